import { createHmac } from "node:crypto";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Setting, simulateZap } from "./integration.ts";

/** The answer of z.request with these options, and the requests that it sent. */
async function ask(options: string, setting: Setting = {}) {
  const sim = await simulateZap(`thing_poll: function (bundle) { return [z.request(${options})]; }`, setting);
  const { items, requests, error } = await sim.poll("thing");
  expect(error).toBeUndefined();
  return { answer: items[0] as { status_code: number; content: unknown }, requests };
}

const echo = async (request: Request) => new Response(await request.text());

test("answers with the status, the headers and the content", async () => {
  const { answer } = await ask("{ url: 'https://api.example.com/' }", {
    http: () => new Response("gone", { status: 410, headers: { "X-Why": "old" } }),
  });
  expect(answer).toEqual({
    status_code: 410,
    headers: { "content-type": "text/plain;charset=UTF-8", "x-why": "old" },
    content: "gone",
  });
});

describe("a body", () => {
  test.each([
    ["is a form", "form: { a: ['x y', 1], b: true }", "a%5B0%5D=x%20y&a%5B1%5D=1&b=true"],
    ["is JSON", "json: { a: [1] }", '{"a":[1]}'],
    ["is text", "body: 'as it is'", "as it is"],
    ["is the data of a bundle", "data: 'as it is'", "as it is"],
  ])("%s", async (_, body, sent) => {
    const { requests } = await ask(`{ url: 'https://api.example.com/', method: 'POST', ${body} }`);
    expect(requests[0]).toMatchObject({ method: "POST", body: sent });
  });

  test("has parts, of which one is a file", async () => {
    const parts =
      "{ note: 'hi', file: { value: 'a,b', options: { filename: 'a.csv', contentType: 'text/csv' } } }";
    const { requests } = await ask(`{ url: 'https://api.example.com/', method: 'POST', formData: ${parts} }`);
    const body = String(requests[0]?.body).replaceAll("\r\n", "\n");
    expect(body).toContain('Content-Disposition: form-data; name="note"\n\nhi\n');
    expect(body).toContain('name="file"; filename="a.csv"\nContent-Type: text/csv\n\na,b\n');
  });

  test("may be bytes, which are recorded in Base64", async () => {
    const bytes = "require('buffer').Buffer.from([137, 80, 78, 71])";
    const { requests } = await ask(`{ url: 'https://api.example.com/', method: 'POST', body: ${bytes} }`);
    expect(requests[0]?.body).toEqual({ base64: "iVBORw==" });
  });

  test("goes with a GET, too", async () => {
    const { answer } = await ask("{ url: 'https://api.example.com/', body: 'x' }", {
      http: async (request) => new Response(`${request.method} ${await request.text()}`),
    });
    expect(answer.content).toBe("GET x");
  });
});

describe("an answer", () => {
  test("is parsed with json", async () => {
    const http = () => Response.json({ a: [1] });
    expect((await ask("{ url: 'https://a.example/', json: true }", { http })).answer.content).toEqual({
      a: [1],
    });
  });

  test("is unpacked with gzip", async () => {
    const http = () => new Response(gzipSync("unpacked"), { headers: { "content-encoding": "gzip" } });
    expect((await ask("{ url: 'https://a.example/', gzip: true }", { http })).answer.content).toBe(
      "unpacked",
    );
  });

  test("is bytes with the encoding null", async () => {
    const sim = await simulateZap(
      "thing_poll: function () { var bytes = z.request({ url: 'https://a.example/', encoding: null }).content; return [bytes.length, bytes[0]]; }",
      { http: () => new Response(new Uint8Array([137, 80])) },
    );
    expect((await sim.poll("thing")).items).toEqual([2, 137]);
  });

  test("that does not come in time is an error", async () => {
    const sim = await simulateZap(
      "thing_poll: function () { z.request({ url: 'https://a.example/', timeout: 20 }); }",
      { http: () => new Promise(() => {}) },
    );
    expect((await sim.poll("thing")).error).toMatchObject({ name: "Error", message: "ESOCKETTIMEDOUT" });
  });
});

describe("credentials", () => {
  test.each([
    ["auth: ['u', 'p']", `Basic ${btoa("u:p")}`],
    ["auth: { user: 'u', pass: 'p' }", `Basic ${btoa("u:p")}`],
    ["auth: { bearer: 't' }", "Bearer t"],
  ])("are sent as %s says", async (auth, header) => {
    const { requests } = await ask(`{ url: 'https://api.example.com/', ${auth} }`);
    expect(requests[0]?.headers.authorization).toBe(header);
  });

  test("sign a request with OAuth1", async () => {
    const oauth =
      "{ consumer_key: 'ck', consumer_secret: 'cs', token: 't', token_secret: 'ts', nonce: 'n', timestamp: '1' }";
    const { requests } = await ask(`{ url: 'https://api.example.com/?b=c', oauth: ${oauth} }`);
    const parameters =
      "b=c&oauth_consumer_key=ck&oauth_nonce=n&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1&oauth_token=t&oauth_version=1.0";
    const base = `GET&${encodeURIComponent("https://api.example.com/")}&${encodeURIComponent(parameters)}`;
    const signature = createHmac("sha1", "cs&ts").update(base).digest("base64");
    expect(requests[0]?.headers.Authorization).toContain(
      `oauth_signature="${encodeURIComponent(signature)}"`,
    );
  });

  test("stay in the jar of one call", async () => {
    const twice =
      "z.request({ url: 'https://a.example/', jar: true }); z.request({ url: 'https://a.example/', jar: true });";
    const sim = await simulateZap(`thing_poll: function () { ${twice} return []; }`, {
      http: () => new Response("", { headers: { "set-cookie": "sid=1" } }),
    });
    const cookies = async () => (await sim.poll("thing")).requests.map(({ headers }) => headers.cookie);
    expect(await cookies()).toEqual([undefined, "sid=1"]);
    expect(await cookies()).toEqual([undefined, "sid=1"]);
  });
});

test("takes a certificate that nobody has signed when it is told so", async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = createServer({ key, cert }, (_, response) => response.end("encrypted"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const trusting = await ask(`{ url: '${url}', strictSSL: false }`, { http: undefined });
  expect(trusting.answer.content).toBe("encrypted");
  const sim = await simulateZap(`thing_poll: function () { z.request({ url: '${url}' }); }`, {
    http: undefined,
  });
  expect((await sim.poll("thing")).error?.message).toMatch(/self-signed certificate/);
});

test("calls back while other requests are under way", async () => {
  const sim = await simulateZap(
    `thing_poll: function (bundle, callback) {
      async.map(['a', 'b'], function (name, done) {
        z.request({ url: 'https://api.example.com/', method: 'POST', body: name }, function (error, response) {
          done(error, response.content);
        });
      }, callback);
    }`,
    { http: echo },
  );
  expect((await sim.poll("thing")).items).toEqual(["a", "b"]);
});
