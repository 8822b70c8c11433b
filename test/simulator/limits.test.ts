import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

/** As many bytes of JSON. */
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
