import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Runtime, type Simulator, simulate } from "zapc/simulator";
import { metadataWith } from "../integration.ts";
import type { Attempt } from "./attempts.ts";

/**
 * Makes `probe`, which follows a value to what can be reached from it, and notes in `found` what belongs to another realm: there
 * an object ends with another Object.prototype, and a function is an instance of another Function. It uses nothing that an
 * attempt can change.
 */
export const harness = `
  var makeFunction = (function () {}).constructor, apply = Reflect.apply;
  var getPrototypeOf = Object.getPrototypeOf, ownKeys = Reflect.ownKeys, describe = Object.getOwnPropertyDescriptor;
  var root = Object.prototype, has = WeakSet.prototype.has, add = WeakSet.prototype.add, seen = new WeakSet();
  var found = { __proto__: null, length: 0 };
  function isForeign(value) {
    var last = value, next, steps = 0;
    try {
      while ((next = getPrototypeOf(last)) !== null && steps < 50) { last = next; steps += 1; }
      if (last !== root && last !== value && steps < 50) {
        var maker = describe(last, 'constructor');
        // An object without a prototype is at the end of a chain of its own; Object.prototype of another realm has a maker.
        if (maker && typeof maker.value === 'function' || maker && maker.get) { return true; }
      }
      return typeof value === 'function' && last === value;
    } catch (error) { return false; }
  }
  function probe(value, depth) {
    depth = depth || 0;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || depth > 4 || apply(has, seen, [value])) { return value; }
    apply(add, seen, [value]);
    if (isForeign(value)) {
      found[found.length] = depth + ' ' + typeof value;
      found.length += 1;
      // Also where the call ends before it can say how many there are.
      if (typeof console === 'object') { console.log('reached'); }
      return value;
    }
    try {
      probe(getPrototypeOf(value), depth + 1);
      var keys = ownKeys(value);
      for (var index = 0; index < keys.length && index < 200; index += 1) {
        var property = describe(value, keys[index]);
        if (!property) { continue; }
        probe(property.get, depth + 1);
        probe(property.set, depth + 1);
        probe(property.value, depth + 1);
      }
    } catch (error) { probe(error, depth + 1); }
    return value;
  }
  function spy() {
    probe(this);
    for (var index = 0; index < arguments.length; index += 1) { probe(arguments[index]); }
    probe(arguments);
    return spy;
  }
  var trap = function () { return new Proxy(function () {}, { apply: function (target, self, list) { probe(self); probe(list); return undefined; } }); };
  var traps = {};
  ['get', 'set', 'has', 'getPrototypeOf', 'ownKeys', 'getOwnPropertyDescriptor', 'apply', 'construct', 'deleteProperty', 'isExtensible']
    .forEach(function (name) { traps[name] = trap(); });
`;

/** Milliseconds that what an attempt has begun may take. */
const patience = 12;

const script = `'use strict';
var Zap = {
  thing_poll: function (bundle, finish) {
    ${harness}
    var names = ['probe', 'spy', 'traps', 'makeFunction', 'bundle', 'callback', 'console', 'require', 'crypto', 'z', '_', '$', 'moment', 'async', 'DOMParser', 'atob', 'btoa', 'util', 'url', 'querystring', 'Buffer', 'ErrorException', 'HaltedException', 'StopRequestException', 'ExpiredAuthException', 'RefreshTokenException', 'InvalidSessionException'];
    var values = [probe, spy, traps, makeFunction, bundle, callback, console, require, crypto, z, _, undefined, moment, async, DOMParser, atob, btoa, require('util'), require('url'), require('querystring'), require('buffer').Buffer, ErrorException, HaltedException, StopRequestException, ExpiredAuthException, RefreshTokenException, InvalidSessionException];
    if (bundle.trigger_fields.code.indexOf('$') >= 0) { values[names.indexOf('$')] = $; }
    var wait = setTimeout, stringify = JSON.stringify, code = bundle.trigger_fields.code;
    var attempt = Reflect.construct(makeFunction, names.concat([code]));
    function callback(error, result) { probe(error); finish(null, result); }
    wait(function () { finish(null, [{ found: found.length, where: found[0] }]); }, ${patience});
    try { apply(attempt, undefined, values); } catch (error) { probe(error); }
  }
};`;

/** Has a script of one simulator make all the attempts, each in a call of its own. */
export function makeAttempts(runtime: Runtime, attempts: readonly Attempt[]): void {
  let simulator: Simulator;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "zapc-escape-"));
    writeFileSync(join(folder, "zap.js"), script);
    const fields = [{ key: "code", label: "Code", type: "unicode" as const }];
    writeFileSync(join(folder, "metadata.json"), JSON.stringify(metadataWith({ fields })));
    simulator = await simulate({
      script: join(folder, "zap.js"),
      metadata: join(folder, "metadata.json"),
      auth_fields: { api_key: "key" },
      time_limit: 5000,
      runtime,
      http: ({ url }) => {
        if (url.includes("fails")) throw new Error("connect ECONNREFUSED");
        return new Response("x");
      },
    });
  });

  afterAll(async () => {
    await simulator.close();
    rmSync(folder, { recursive: true });
  });

  test.each(attempts)("$name", async ({ code }) => {
    const { items, error, logs } = await simulator.poll("thing", { trigger_fields: { code } });
    expect(error?.message ?? "").not.toMatch(/^The script's process/);
    expect(logs.filter(({ text }) => text === "reached")).toEqual([]);
    const found = items.filter((item) => Number((item as { found?: number } | null)?.found) > 0);
    expect(found).toEqual([]);
  });
}
