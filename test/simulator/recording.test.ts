import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import zlib, { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { validate } from "../../src/model/validate.ts";
import { uncompressed } from "../../src/simulator/recording/uncompressed.ts";
import { type Setting, simulateZap, temporaryFolder } from "./integration.ts";

const methods = `
  get_session_info: function (bundle) {
    var answer = z.request({ url: 'https://api.example.com/login', method: 'POST', form: { key: bundle.auth_fields.api_key } });
    return { token: z.JSON.parse(answer.content).token };
  },
  thing_pre_poll: function (bundle) {
    bundle.request.params.since = new Date().toISOString();
    return bundle.request;
  }`;
const api: Setting["http"] = ({ url }) =>
  url.endsWith("/login") ? Response.json({ token: "s3cr3t-token" }) : Response.json([{ id: 1, url }]);

/** Polls once and records it. */
async function record(setting: Setting = {}, script = methods): Promise<string> {
  const file = join(temporaryFolder(), "polls.json");
  const record = { ...(setting.record as object), file };
  const sim = await simulateZap(script, {
    auth_fields: { api_key: "K3y with/ü&" },
    http: api,
    ...setting,
    record,
  });
  await sim.poll("thing");
  return file;
}

function replaying(file: string, script = methods, setting: Setting = {}) {
  const auth_fields = { api_key: "another key" };
  return simulateZap(script, { auth_fields, ...setting, replay: file, http: undefined });
}

function requestsIn(file: string) {
  return JSON.parse(readFileSync(file, "utf8")).requests;
}

describe("a recording", () => {
  test("has every request and its answer, without what is secret", async () => {
    const file = await record({ now: "2026-03-01T09:00:00Z" });
    expect(validate("recording", JSON.parse(readFileSync(file, "utf8")))).toEqual([]);
    expect(requestsIn(file)).toMatchObject([
      {
        method: "POST",
        url: "https://api.example.com/login",
        body: "key=redacted-api-key",
        response: { status: 200, body: '{"token":"redacted-token"}' },
      },
      {
        method: "GET",
        url: "https://api.example.com/things?since=2026-03-01T09%3A00%3A00.000Z",
        headers: { "X-Token": "redacted-token" },
        response: { status: 200 },
      },
    ]);
  });

  test.each([
    ["as it is", "'a=' + key"],
    ["percent-encoded", "'a=' + encodeURIComponent(key)"],
    ["in a form", "'a=' + encodeURIComponent(key).replace(/%20/g, '+')"],
    ["in JSON", "JSON.stringify({ a: key })"],
    ["in Base64", "btoa(unescape(encodeURIComponent(key)))"],
    ["in the credentials of Basic authentication", "'Basic ' + btoa('user:' + key)"],
    ["in hexadecimal", "require('buffer').Buffer.from(key).toString('hex')"],
    ["in XML", "'<a>' + key.replace('&', '&amp;') + '</a>'"],
  ])("has no secret: one that is sent %s", async (_, body) => {
    const key = "K3y with/&x";
    const script = `thing_poll: function (bundle) {
      var key = bundle.auth_fields.api_key;
      z.request({ url: 'https://api.example.com/', method: 'POST', body: ${body}, headers: { 'X-Any': key, 'Authorization': 'Any ' + ${body} } });
      return [];
    }`;
    const file = await record({ auth_fields: { api_key: key }, http: () => new Response("{}") }, script);
    const [{ body: recorded, headers }] = requestsIn(file);
    expect(headers).toMatchObject({ "X-Any": "redacted-api-key", Authorization: "redacted-header" });
    expect(recorded).toMatch(/redacted/);
    const decoded = [recorded, Buffer.from(recorded, "base64").toString(), decodeURIComponent(recorded)];
    for (const text of [...decoded, readFileSync(file, "utf8")]) expect(text).not.toContain("K3y");
  });

  test("has no token that an answer names, nor what the caller says is secret", async () => {
    const file = await record(
      {
        http: () =>
          Response.json(
            { refresh_token: "r1", note: "sk_live_abc", next_page: 2 },
            { headers: { "set-cookie": "sid=1", "x-mine": "m" } },
          ),
        record: { file: "", headers: ["X-Mine"], patterns: [/sk_[a-z_]+/] },
      } as Setting,
      "",
    );
    const [{ response }] = requestsIn(file);
    expect(response.body).toBe(
      '{"refresh_token":"redacted-refresh-token","note":"redacted-pattern","next_page":2}',
    );
    expect(response.headers).toMatchObject({
      "set-cookie": ["redacted-header"],
      "x-mine": "redacted-header",
    });
  });

  test("keeps bytes that are no text", async () => {
    const http = () => new Response(new Uint8Array([137, 80, 78, 71]));
    const file = await record({ http }, "");
    expect(requestsIn(file)[0].response.body).toEqual({ base64: "iVBORw==" });
  });
});

describe("a replay", () => {
  test("gives the same items for another account, at the time of the recording", async () => {
    const file = await record({ now: "2026-03-01T09:00:00Z" });
    const sim = await replaying(file);
    const run = await sim.poll("thing");
    expect(run.error).toBeUndefined();
    expect(run.items).toEqual([
      { id: 1, url: "https://api.example.com/things?since=2026-03-01T09%3A00%3A00.000Z" },
    ]);
  });

  test("answers each request once, the same ones in their order", async () => {
    let asked = 0;
    const http = () => {
      asked += 1;
      return Response.json([{ id: asked }]);
    };
    const file = join(temporaryFolder(), "polls.json");
    const recorded = await simulateZap("", { record: file, http });
    await recorded.poll("thing");
    await recorded.poll("thing");
    const sim = await replaying(file, "");
    expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
    expect((await sim.poll("thing")).items).toEqual([{ id: 2 }]);
    await expect(sim.poll("thing")).rejects.toMatchObject({
      fault: `Failed to answer GET https://api.example.com/things: the recording ${file} has it 2 times, and that has been answered.`,
    });
  });

  test("answers requests in another order than they were recorded in", async () => {
    const ask = (first: string, second: string) =>
      `thing_poll: function () { return [z.request({ url: 'https://a.example/${first}' }).content, z.request({ url: 'https://a.example/${second}' }).content]; }`;
    const file = await record({ http: ({ url }) => new Response(url.slice(-1)) }, ask("a", "b"));
    const sim = await replaying(file, ask("b", "a"));
    expect((await sim.poll("thing")).items).toEqual(["b", "a"]);
  });

  test("fails as the connection failed", async () => {
    const http = () => {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    };
    const file = await record({ http }, "");
    expect((await (await replaying(file, "")).poll("thing")).error?.message).toBe(
      "GET https://api.example.com/things got no answer: connect ECONNREFUSED",
    );
  });

  test("matches multipart bodies, whose boundaries differ", async () => {
    const script = `thing_poll: function () {
      return [z.request({ url: 'https://a.example/', method: 'POST', formData: { a: 'b' } }).content];
    }`;
    const file = await record({ http: () => new Response("x") }, script);
    expect((await (await replaying(file, script)).poll("thing")).items).toEqual(["x"]);
  });

  test("shows the nearest request, what differs, and what to add", async () => {
    const ask = (query: string, body: string) =>
      `thing_poll: function () { z.request({ url: 'https://a.example/?q=${query}', method: 'POST', body: '${body}' }); return []; }`;
    const file = await record({ http: () => new Response("x") }, ask("one", "body"));
    const sim = await replaying(file, ask("two", "other"));
    await expect(sim.poll("thing")).rejects.toMatchObject({
      fault: `Failed to answer POST https://a.example/?q=two: the recording ${file} has no such request.`,
      hint: [
        "The nearest is at /requests/0, and differs in this:",
        "  url: recorded https://a.example/?q=one",
        "       asked    https://a.example/?q=two",
        "  body: recorded body",
        "        asked    other",
        'Record it anew, or add to its requests: {"method":"POST","url":"https://a.example/?q=two","headers":{},"body":"other","response":{"status":200,"headers":{"content-type":"application/json"},"body":"…"}}',
      ].join("\n"),
    });
  });
});

describe("a file that is no recording", () => {
  const recordIt = "Record it: simulate({ record: FILE }) or zapc simulate --record FILE.";

  test("is refused: it is not there", async () => {
    await expect(replaying("none.json")).rejects.toMatchObject({
      fault: "Failed to read the recording from none.json: there is no such file or directory.",
      hint: recordIt,
    });
  });

  test("is refused: its schema says otherwise", async () => {
    const file = join(temporaryFolder(), "polls.json");
    writeFileSync(file, '{"version":3,"now":"","redacted":{"headers":[],"patterns":[]},"requests":[]}');
    await expect(replaying(file)).rejects.toMatchObject({
      fault: `Failed to read the recording from ${file}: it is not as its schema says.\n  /version: "version" of the recording is 3, and must be 1 or 2.`,
      hint: recordIt,
    });
  });

  test("is refused: its time is no time", async () => {
    const file = join(temporaryFolder(), "polls.json");
    writeFileSync(file, '{"version":2,"now":"{{","redacted":{"headers":[],"patterns":[]},"requests":[]}');
    await expect(replaying(file)).rejects.toMatchObject({
      fault: `Failed to read the recording from ${file}: it is not as its schema says.\n  /now: must be a time such as 2026-03-01T09:00:00.000Z`,
      hint: recordIt,
    });
  });

  test("cannot answer beside a handler", async () => {
    await expect(simulateZap("", { replay: "a.json" })).rejects.toThrow(
      "Failed to simulate: there are replay and http, and a replay answers alone.",
    );
  });
});

test("only the user may read a recording, also where another file was", async () => {
  const file = await record();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o644);
  const again = { auth_fields: { api_key: "k" }, http: api, record: file };
  await (await simulateZap(methods, again)).poll("thing");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a recording of version 1 is replayed", async () => {
  const file = join(temporaryFolder(), "polls.json");
  const answer = (body: unknown, headers = {}) => ({ status: 200, headers, body });
  const request = { method: "POST", headers: {} };
  const recording = {
    generator: "zapc 0.1.0",
    version: 1,
    now: "2026-03-01T09:00:00.000Z",
    redacted: { headers: [], patterns: ["sk_[a-z]+"] },
    requests: [
      {
        ...request,
        url: "https://redacted-domain/api?apikey=redacted-api-key&accessToken=raw-t0ken&v=redacted-pattern",
        body: "key=redacted-api-key&basic=redacted-base64",
        response: answer({ base64: gzipSync("one").toString("base64") }, { "content-encoding": "gzip" }),
      },
      { ...request, url: "https://a.example/", body: "redacted-bytes", response: answer("two") },
    ],
  };
  writeFileSync(file, JSON.stringify(recording));
  const script = `thing_poll: function (bundle) {
    var auth = bundle.auth_fields;
    var url = 'https://' + auth.domain + '/api?apikey=' + auth.api_key + '&accessToken=raw-t0ken&v=sk_abc';
    var form = 'key=' + auth.api_key + '&basic=' + btoa('user:' + auth.api_key);
    var Buffer = require('buffer').Buffer;
    var bytes = Buffer.concat([Buffer.from([255, 0]), Buffer.from(auth.api_key)]);
    return [
      z.request({ url: url, method: 'POST', body: form, gzip: true }).content,
      z.request({ url: 'https://a.example/', method: 'POST', body: bytes }).content
    ];
  }`;
  const auth = {
    fields: ["domain", "api_key"].map((key) => ({
      key,
      label: key,
      type: "unicode" as const,
      required: true,
    })),
  };
  const sim = await replaying(file, script, {
    auth,
    auth_fields: { domain: "b.example", api_key: "another key" },
  });
  const run = await sim.poll("thing");
  expect(run.error).toBeUndefined();
  expect(run.items).toEqual(["one", "two"]);
});

describe("a file that exists already", () => {
  const recordTo = (file: string, force = false) =>
    simulateZap(methods, { auth_fields: { api_key: "k" }, http: api, record: { file, force } });

  test("records over a recording, also one of an earlier version", async () => {
    const file = await record();
    const { generator, ...earlier } = JSON.parse(readFileSync(file, "utf8"));
    expect(generator).toMatch(/^zapc \d+\.\d+\.\d+$/);
    for (const text of [JSON.stringify({ generator, ...earlier }), JSON.stringify(earlier)]) {
      writeFileSync(file, text);
      await (await recordTo(file)).poll("thing");
      expect(requestsIn(file)).toHaveLength(2);
    }
  });

  test("asks nothing, and keeps a file that is no recording, unless it is forced", async () => {
    const file = join(temporaryFolder(), "app.ts");
    writeFileSync(file, "export const app = {};\n");
    await expect(recordTo(file)).rejects.toMatchObject({
      fault: `Failed to write ${file}: the file is there, and zapc did not make it.`,
      hint: "Choose another place, or replace it with `--force`, in a program `force: true`.",
    });
    expect(readFileSync(file, "utf8")).toBe("export const app = {};\n");
    await (await recordTo(file, true)).poll("thing");
    expect(requestsIn(file)).toHaveLength(2);
  });
});

describe("a packed answer", () => {
  const packed: { readonly [encoding: string]: (text: string) => Uint8Array } = {
    gzip: gzipSync,
    deflate: deflateSync,
    br: brotliCompressSync,
    "gzip, br": (text) => brotliCompressSync(gzipSync(text)),
  };

  test.each(Object.keys(packed))("is searched and kept unpacked: %s", async (encoding) => {
    const api = createServer((_, response) => {
      const body = packed[encoding]?.('{"note":"K3y-4711","token":"t"}') ?? "";
      response.setHeader("content-encoding", encoding);
      response.setHeader("content-length", body.length);
      response.end(body);
    });
    await new Promise<void>((done) => api.listen(0, "127.0.0.1", done));
    const { port } = api.address() as AddressInfo;
    const url_base = `http://127.0.0.1:${port}`;
    const file = await record({ auth_fields: { api_key: "K3y-4711" }, http: undefined, url_base }, "");
    api.close();
    const [{ response }] = requestsIn(file);
    const body = '{"note":"redacted-api-key","token":"redacted-token"}';
    expect(response.body).toBe(body);
    expect(response.headers["content-length"]).toBe(String(body.length));
    expect(response.headers).not.toHaveProperty("content-encoding");
  });

  const { zstdCompressSync: zstd } = zlib as { readonly zstdCompressSync?: typeof gzipSync };

  test.skipIf(!zstd)(`is unpacked: zstd${zstd ? "" : " (not here: Node.js has it since 22.15)"}`, () => {
    const headers = { "content-encoding": "zstd" };
    const bytes = zstd?.('{"a":1}') ?? Buffer.alloc(0);
    expect(uncompressed({ headers, bytes })).toEqual({ headers: {}, bytes: Buffer.from('{"a":1}') });
  });

  test("is left out where it cannot be unpacked", async () => {
    const headers = { "content-encoding": "gzip", "content-type": "text/plain" };
    const bytes = Buffer.concat([gzipSync("K3y-4711").subarray(0, 10), Buffer.from([255, 255, 255])]);
    const file = await record(
      { auth_fields: { api_key: "K3y-4711" }, http: () => new Response(bytes, { headers }) },
      "",
    );
    const [{ response }] = requestsIn(file);
    expect(response.body).toBe("redacted-bytes");
  });
});
