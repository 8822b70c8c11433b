import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

test.each([
  ["$.getScript('https://x.example')", "A script that $.ajax loads is not simulated yet."],
  ["z.AWS()", "z.AWS is not simulated yet."],
  ["require('fs')", 'require("fs") is not simulated yet.'],
  [
    "z.request({ url: 'https://x.example', proxy: 'http://p.example' })",
    "The option proxy of z.request is not simulated yet.",
  ],
  [
    "z.request({ url: 'https://x.example', jsonReviver: function () {} }, function () {})",
    "A function as the option jsonReviver of z.request is not simulated yet.",
  ],
])("%s fails the run, even when the script catches it", async (expression, message) => {
  const sim = await simulateZap(
    `thing_poll: function (bundle) { try { ${expression}; } catch (error) { console.log(error.message); } return []; }`,
  );
  const { error, logs } = await sim.poll("thing");
  expect(error).toEqual({ name: "NotSimulated", message, method: "thing_poll" });
  expect(logs.map(({ text }) => text)).toEqual([message]);
});

test.each([
  ["{ raw: true }", "The key raw in what a pre_ method returns is not simulated yet."],
  ["{ merge: false }", "The key merge in what a pre_ method returns is not simulated yet."],
  [
    "{ encodeURIComponent: escape }",
    "The function encodeURIComponent in what a pre_ method returns is not simulated yet.",
  ],
  ["{ agent: {} }", "The key agent in what a pre_ method returns is not simulated yet."],
  ["{ counter: 1 }", "The key counter in what a pre_ method returns is not simulated yet."],
  ["{ params: { a: '{{process.env.SECRET}}' } }", "{{process.env.SECRET}} is not simulated yet."],
])("a pre_poll that returns %s fails the run", async (result, message) => {
  const sim = await simulateZap(`thing_pre_poll: function () { return ${result}; }`);
  const { error, requests } = await sim.poll("thing");
  expect(error).toEqual({ name: "NotSimulated", message });
  expect(requests).toEqual([]);
});
