import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reviewSources } from "../../../src/review/page.ts";
import { type OpenStudio, rawAnswer, startStudio, studioWith } from "./open.ts";

/* Over raw sockets: no client of Node.js sends what must be refused. */

let studio: Awaited<ReturnType<typeof startStudio>>;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

interface Sent {
  readonly method?: string;
  readonly target?: string;
  /** In place of the one Host that is right. */
  readonly hosts?: readonly string[];
  /** In place of the header with the token. */
  readonly authorization?: readonly string[];
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** Sends a request that is right but for what is said. Gives the status, the headers and the body of the answer. */
async function sent({ port, token }: OpenStudio, given: Sent = {}) {
  const {
    method = "GET",
    target = "/api/state",
    hosts = [`127.0.0.1:${port}`],
    headers = [],
    body = "",
  } = given;
  const { authorization = [`Bearer ${token}`] } = given;
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...hosts.map((host) => `Host: ${host}`),
    ...authorization.map((value) => `Authorization: ${value}`),
    ...headers,
    ...(body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    "Connection: close",
  ];
  const text = await rawAnswer(port, lines, body);
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...names] = head.split("\r\n");
  const found = names.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]);
  return {
    status: Number(first.split(" ")[1]),
    headers: Object.fromEntries(found.map(([name, value]) => [name.toLowerCase(), value])),
    body: rest.join("\r\n\r\n"),
  };
}

const status = async (studio: OpenStudio, given?: Sent) => (await sent(studio, given)).status;
const post = { method: "POST", target: "/api/clock", body: '{"now":null}' };
const asJson = "Content-Type: application/json";

test("gives the state to who has the token, and to nobody else", async () => {
  expect(await status(studio)).toBe(200);
  expect(await status(studio, { authorization: [] })).toBe(401);
  expect(await status(studio, { authorization: ["Bearer "] })).toBe(401);
  expect(await status(studio, { authorization: [`Bearer ${studio.token}x`] })).toBe(401);
  expect(await status(studio, { authorization: [`Bearer ${studio.token.slice(0, -1)}`] })).toBe(401);
  expect(await status(studio, { authorization: [studio.token] })).toBe(401);
  expect(await status(studio, { authorization: [`Bearer ${studio.token}`, `Bearer ${studio.token}`] })).toBe(
    401,
  );
});

test("takes the token of the header only", async () => {
  const { token } = studio;
  expect(await status(studio, { authorization: [], target: `/api/state?token=${token}` })).toBe(401);
  expect(await status(studio, { authorization: [], headers: [`Cookie: token=${token}`] })).toBe(401);
  expect(await status(studio, { authorization: [], headers: [`X-Token: ${token}`] })).toBe(401);
});

test("has a token of 256 bits, another one each time, and shows it nowhere", async () => {
  const [one, other] = [studio, await studioWith()];
  expect(Buffer.from(one.token, "base64url")).toHaveLength(32);
  expect(one.token).not.toBe(other.token);
  for (const target of ["/", "/main.js", "/api/state"]) {
    const { headers, body } = await sent(one, { target });
    expect(JSON.stringify(headers) + body).not.toContain(one.token);
    expect(headers["set-cookie"]).toBeUndefined();
  }
});

test("refuses a Host that is another, that is missing, and that comes twice", async () => {
  const { port } = studio;
  const ours = `127.0.0.1:${port}`;
  const others = [
    ["evil.example"],
    [`evil.example:${port}`],
    ["127.0.0.1"],
    [`127.0.0.1:${port + 1}`],
    [`localhost:${port}`],
    [`127.0.0.1.:${port}`],
    [`a@127.0.0.1:${port}`],
    [`0x7f.0.0.1:${port}`],
    [`[::1]:${port}`],
    [`127.0.0.1:${port}, evil.example`],
    [""],
  ];
  for (const hosts of others) expect(await status(studio, { hosts }), hosts.join()).toBe(403);
  expect(await status(studio, { hosts: [ours, ours] })).toBe(403);
  expect(await status(studio, { hosts: [ours, "evil.example"] })).toBe(403);
  expect(await status(studio, { hosts: ["evil.example", ours] })).toBe(403);
  // Node.js itself refuses HTTP/1.1 without a Host.
  expect(await status(studio, { hosts: [] })).toBe(400);
  const old = await rawAnswer(port, ["GET /api/state HTTP/1.0", `Authorization: Bearer ${studio.token}`]);
  expect(old).toMatch(/^HTTP\/1\.1 403 /);
});

test("refuses a foreign Host for the page and the doors, too", async () => {
  for (const target of ["/", "/main.js", "/hooks/x", "/oauth/x"])
    expect(await status(studio, { target, hosts: ["evil.example"] }), target).toBe(403);
});

test("refuses targets that are no path", async () => {
  const absolute = `http://127.0.0.1:${studio.port}/api/state`;
  for (const target of [absolute, "http://evil.example/api/state", "*"])
    expect(await status(studio, { target, ...(target === "*" && { method: "OPTIONS" }) }), target).toBe(400);
});

test("refuses an Origin that is another, null too", async () => {
  const { port, origin } = studio;
  expect(await status(studio, { headers: [`Origin: ${origin}`] })).toBe(200);
  const others = [
    "null",
    "http://evil.example",
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
  ];
  for (const other of others) {
    expect(await status(studio, { headers: [`Origin: ${other}`] }), other).toBe(403);
    expect(await status(studio, { target: "/", headers: [`Origin: ${other}`] }), other).toBe(403);
  }
  expect(await status(studio, { headers: [`Origin: ${origin}`, "Origin: null"] })).toBe(403);
});

test("refuses what a browser sends for another site, another port of this machine too", async () => {
  expect(await status(studio, { headers: ["Sec-Fetch-Site: same-origin"] })).toBe(200);
  for (const site of ["cross-site", "same-site", "none", "", "same-origin, cross-site"])
    expect(await status(studio, { headers: [`Sec-Fetch-Site: ${site}`] }), site).toBe(403);
  // The user opens the page from the terminal.
  expect(await status(studio, { target: "/", headers: ["Sec-Fetch-Site: none"] })).toBe(200);
  for (const site of ["cross-site", "same-site"])
    expect(await status(studio, { target: "/", headers: [`Sec-Fetch-Site: ${site}`] }), site).toBe(403);
});

test("changes nothing but by POST with application/json", async () => {
  expect(await status(studio, { ...post, headers: [asJson] })).toBe(200);
  expect(await status(studio, { ...post, headers: ["Content-Type: application/json; charset=utf-8"] })).toBe(
    200,
  );
  expect(await status(studio, post)).toBe(415);
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain; application/json",
  ])
    expect(await status(studio, { ...post, headers: [`Content-Type: ${type}`] }), type).toBe(415);
  expect(await status(studio, { ...post, headers: [asJson, "Content-Type: text/plain"] })).toBe(415);
  for (const method of ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
    expect(await status(studio, { ...post, method, headers: [asJson] }), method).toBe(405);
  expect(await status(studio, { ...post, headers: [asJson], body: "{" })).toBe(400);
});

test("refuses large bodies, also those that do not say how large they are", async () => {
  const large = { ...post, headers: [asJson, "Content-Length: 34333335"] };
  expect(await status(studio, { ...large, body: "" })).toBe(413);
  const chunk = `${(1_000_001).toString(16)}\r\n${"x".repeat(1_000_001)}\r\n`;
  const chunked = await rawAnswer(
    studio.port,
    [
      "POST /api/clock HTTP/1.1",
      `Host: 127.0.0.1:${studio.port}`,
      `Authorization: Bearer ${studio.token}`,
      ...[asJson, "Transfer-Encoding: chunked", "Connection: close"],
    ],
    `${chunk.repeat(35)}0\r\n\r\n`,
  );
  expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
});

test("refuses requests that can be read in two ways", async () => {
  const framings = [
    ["Content-Length: 12", "Transfer-Encoding: chunked"],
    ["Content-Length: 12", "Content-Length: 13"],
    ["Transfer-Encoding: xchunked"],
    ["X-One: 1", " X-Two: 2"],
  ];
  for (const framing of framings) {
    const { status } = await sent(studio, { ...post, body: "", headers: [asJson, ...framing] });
    expect(status, framing.join()).toBe(400);
  }
  const tunnel = await rawAnswer(studio.port, [
    "CONNECT evil.example:80 HTTP/1.1",
    `Host: 127.0.0.1:${studio.port}`,
  ]);
  expect(tunnel).toBe("");
});

test("goes on where a request ends in the middle of its body, and says nothing of it", async () => {
  const lines = ["POST /api/clock HTTP/1.1", `Host: 127.0.0.1:${studio.port}`, asJson, "Content-Length: 12"];
  const authorization = `Authorization: Bearer ${studio.token}`;
  await new Promise((closed) => {
    const socket = connect(studio.port, "127.0.0.1", () =>
      socket.write(`${[...lines, authorization].join("\r\n")}\r\n\r\n{"now"`, () => socket.destroy()),
    );
    socket.on("close", closed);
  });
  expect(await status(studio)).toBe(200);
});

test("answers no other origin: there is no CORS", async () => {
  const asked = [
    "Origin: http://evil.example",
    "Access-Control-Request-Method: POST",
    "Access-Control-Request-Headers: authorization",
  ];
  const { status: refused, headers } = await sent(studio, {
    method: "OPTIONS",
    authorization: [],
    headers: asked,
  });
  expect(refused).toBe(403);
  const all = [headers, (await sent(studio)).headers, (await sent(studio, { target: "/" })).headers];
  for (const names of all.map((it) => Object.keys(it)))
    expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("sends the same strict headers with every answer", async () => {
  const { style, script } = reviewSources;
  for (const source of [style, script]) expect(source).toMatch(/^'sha256-[\w+/]{43}='$/);
  const strict = {
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; script-src 'self' ${script}; style-src 'self' ${style}; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
  };
  const answers = [
    {},
    { target: "/" },
    { target: "/main.js" },
    { target: "/nothing" },
    { authorization: [] },
    { hosts: ["evil.example"] },
  ];
  for (const given of [...answers, { ...post, headers: [asJson] }, { target: "/hooks/x" }])
    expect((await sent(studio, given)).headers, JSON.stringify(given)).toMatchObject(strict);
});

test("serves the files of the page by their exact paths, and no other file", async () => {
  expect(await status(studio, { target: "/", authorization: [] })).toBe(200);
  const others = [
    "/../package.json",
    "/%2e%2e/package.json",
    "//main.js",
    "/main.js/",
    "/MAIN.JS",
    "/constructor",
    "/etc/passwd",
  ];
  for (const target of others) expect(await status(studio, { target }), target).toBe(404);
  expect(await status(studio, { target: "/api/nothing" })).toBe(404);
  expect(await status(studio, { target: "/api/nothing", authorization: [] })).toBe(401);
});

test("refuses members that no route knows, and values that are wrong", async () => {
  expect(await studio.refused("POST /api/clock", {})).toEqual({
    status: 400,
    error: "The request has no now.",
  });
  expect(await studio.refused("POST /api/clock", { now: 5 })).toEqual({
    status: 400,
    error: "now must be a text.",
  });
  expect(await studio.refused("POST /api/clock", { now: null, x: 1 })).toEqual({
    status: 400,
    error: "The request has x, which nobody knows.",
  });
  expect(await studio.refused("GET /api/run", { id: "r99" })).toEqual({
    status: 400,
    error: "Failed to find a run: there is no r99.",
  });
});

test("listens on the loopback interface only", async () => {
  const { port } = studio;
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of [...others, { address: "127.0.0.2" }]) {
    const reached = await new Promise((resolve) => {
      const socket = connect(port, address, () => resolve(true));
      socket.on("error", () => resolve(false));
    });
    expect(reached, address).toBe(false);
  }
});
