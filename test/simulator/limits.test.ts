import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

/** A text of JSON with so many bytes. */
const jsonOf = (bytes: number) => `[${" ".repeat(bytes - 2)}]`;

test("refuses an answer that is too large", async () => {
  const http = () => new Response(jsonOf(5_000_001));
  const sim = await simulateZap("", { http });
  expect((await sim.poll("thing")).error).toEqual({
    name: "RequestError",
    message:
      "GET https://api.example.com/things got no answer: The response has more than 5000000 bytes, and the platform takes no more.",
  });
});

test("takes an answer that is as large as it may be", async () => {
  const sim = await simulateZap("", { http: () => new Response(jsonOf(5_000_000)) });
  expect((await sim.poll("thing")).error).toBeUndefined();
});

test("throws in z.request when what it sends is too large", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      z.request({ url: 'https://a.example/', method: 'POST', body: new Array(5000002).join('x') });
    }`,
  );
  const { error, requests } = await sim.poll("thing");
  expect(error).toMatchObject({
    name: "Error",
    message: "The request has more than 5000000 bytes, and the platform takes no more.",
  });
  expect(requests[0]?.failure).toBe(error?.message);
});

test.each([
  ["too large an answer", () => new Response("x".repeat(5_000_001))],
  [
    "an answer that becomes too large",
    () => new Response(gzipSync(Buffer.alloc(5_000_001)), { headers: { "content-encoding": "gzip" } }),
  ],
])("fetch fails with %s, and its cause names the limit", async (_, http) => {
  const message = "The response has more than 5000000 bytes, and the platform takes no more.";
  const sim = await simulateZap(
    `thing_poll: function () {
      var asked = fetch('https://a.example/');
      return asked.catch(function (error) { console.log(error.name, error.message, error.cause.message); throw error; });
    }`,
    { http },
  );
  const { error, logs } = await sim.poll("thing");
  expect(logs.map(({ text }) => text)).toEqual([`TypeError fetch failed ${message}`]);
  expect(error).toMatchObject({ name: "TypeError", message: "fetch failed", hint: `Its cause: ${message}` });
});

test("ends a run whose script and bundle are too large together", async () => {
  const filler = `/* ${" ".repeat(1_500_000)} */ thing_post_poll: function () { return []; }`;
  const sim = await simulateZap(filler, { http: () => new Response(jsonOf(4_600_000)) });
  expect((await sim.poll("thing")).error).toEqual({
    name: "PayloadLimitError",
    message: "Scripting payload too large",
    method: "thing_post_poll",
    hint: "The script and the bundle, with the answer in it, must stay below 6 MB: ask for less.",
  });
});
