import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

test.each([
  ["$.getScript('https://x.example')", "A script that $.ajax loads is not simulated yet."],
  ["z.AWS()", "z.AWS is not simulated yet."],
  ["require('fs').readFileSync('a')", 'readFileSync of require("fs") is not simulated yet.'],
  ["require('node:fs').constants.F_OK", 'constants of require("fs") is not simulated yet.'],
  ["new (require('form-data'))()", 'require("form-data") is not simulated yet.'],
  ["require('jsdom').jsdom()", 'require("jsdom") is not simulated yet.'],
  ["Object.keys(require('qs'))", 'require("qs") is not simulated yet.'],
  ["require('./bundle').bundleConverter()", 'require("./bundle") is not simulated yet.'],
  ["require('.')()", 'require(".") is not simulated yet.'],
  ["require('lodash/_baseGet')({}, 'a')", 'require("lodash/_baseGet") is not simulated yet.'],
  ["'a' in require('request/lib/cookies')", 'require("request/lib/cookies") is not simulated yet.'],
  ["require.resolve('lodash')", "require.resolve is not simulated yet."],
  ["process.stdout.write('a')", "process.stdout.write is not simulated yet."],
  ["new (require('stream').Readable)()", 'Readable of require("stream") is not simulated yet.'],
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

test("a module that is not simulated can be required, passed on and extended", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      var stream = require("stream"), fs = require("fs");
      function Own() {}
      require("util").inherits(Own, stream.Transform);
      return [{ id: 1, own: new Own() instanceof stream.Transform, has: typeof fs.readFileSync, other: "absent" in fs }];
    }`,
  );
  const { items, error } = await sim.poll("thing");
  expect(error).toBeUndefined();
  expect(items).toEqual([{ id: 1, own: true, has: "function", other: false }]);
});

test("a package that is not simulated can be required where nothing uses it", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      var FormData = require("form-data"), cookies = require("tough-cookie"), cache = require.cache;
      return [{ id: 1, types: [typeof FormData, typeof cookies] }];
    }`,
  );
  const { items, error } = await sim.poll("thing");
  expect([items, error]).toEqual([[{ id: 1, types: ["function", "function"] }], undefined]);
});

test("a package may add a kind of file to require.extensions, and not load one by it", async () => {
  const sim = await simulateZap(
    `thing_poll: function (bundle) {
      require.extensions[".hbs"] = function () {};
      if (bundle.meta.frontend) require.extensions[".js"]({}, "a.js");
      return [{ id: Object.keys(require.extensions).join() }];
    }`,
  );
  expect((await sim.poll("thing")).items).toEqual([{ id: ".js,.json,.node,.hbs" }]);
  const { error } = await sim.poll("thing", { meta: { frontend: true } });
  expect(error?.message).toBe("require.extensions is not simulated yet.");
});

test("events is there", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      var EventEmitter = require("events"), heard = [], emitter = new EventEmitter();
      emitter.on("text", function (text) { heard.push(text); });
      emitter.emit("text", "a");
      return [{ id: heard.join(), same: EventEmitter.EventEmitter === EventEmitter }];
    }`,
  );
  expect((await sim.poll("thing")).items).toEqual([{ id: "a", same: true }]);
});
