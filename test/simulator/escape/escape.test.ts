import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { simulateZap } from "../integration.ts";
import { harness, makeAttempts } from "./arena.ts";
import { ownWays } from "./attempts.ts";

test.each([
  ["an array", []],
  ["a function", () => {}],
  ["an error", new Error("x")],
  ["a promise", Promise.resolve()],
  ["bytes", Buffer.from("x")],
  ["an object", { a: 1 }],
  ["an object without a prototype that holds one", Object.assign(Object.create(null), { a: [] })],
])("the probe finds %s of another realm", (_, value) => {
  expect(
    runInNewContext(`${harness} (function (value) { probe(value); return found.length; })`)(value),
  ).toBeGreaterThan(0);
});

test("the probe finds nothing in its own realm", () => {
  const own =
    "[[], function () {}, new Error(), Promise.resolve(), new Uint8Array(1), { a: 1 }, Object.create(null), new Proxy({}, {})]";
  expect(runInNewContext(`${harness} probe(${own}); found.length`)).toBe(0);
});

describe("on the converted runtime, no attempt reaches another realm:", () => {
  makeAttempts("converted", ownWays);
});

// The others are in test/soak/.
describe("on the legacy runtime, no attempt by a library reaches another realm:", () => {
  makeAttempts(
    "legacy",
    ownWays.filter(({ code }) => /moment|\$\./.test(code)),
  );
});

// Node.js rejects such an import with an error of the realm outside, and cannot be made to do otherwise.
test("the error of an import that a promise evaluates leads to no code, and cannot be changed", async () => {
  const sim = await simulateZap(
    `thing_poll: function (bundle, callback) {
      Promise.resolve("import('fs')").then(eval).catch(function (error) {
        function failure(work) { try { return String(work()); } catch (thrown) { return 'refused'; } }
        callback(null, [
          error.code,
          failure(function () { return error.constructor.constructor('return typeof process')(); }),
          failure(function () { 'use strict'; Object.getPrototypeOf(Object.getPrototypeOf(error)).toString = 1; }),
          failure(function () { 'use strict'; error.constructor.constructor.prototype.call = 1; })
        ]);
      });
    }`,
  );
  expect((await sim.poll("thing")).items).toEqual([
    "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING",
    "refused",
    "refused",
    "refused",
  ]);
});
