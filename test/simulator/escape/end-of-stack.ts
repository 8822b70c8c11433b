import { expect, test } from "vitest";
import { simulateZap } from "../integration.ts";

/**
 * Calls functions where the stack is almost full: the deepest call that V8 allows, and each frame above it. `near(work, padding, name)`
 * notes in `found` what `work` gives or throws there and what leads out of the realm: to an object or a function with another
 * Object.prototype at its end. An error without such a way is counted in `harmless`.
 */
export const nearTheEnd = `
  var apply = Reflect.apply, construct = Reflect.construct, getPrototypeOf = Object.getPrototypeOf;
  var ownKeys = Reflect.ownKeys, describe = Object.getOwnPropertyDescriptor, root = Object.prototype;
  var found = {}, harmless = 0, calls = 0;
  function isObject(value) { return (typeof value === 'object' && value !== null) || typeof value === 'function'; }
  function isOwn(value) {
    try {
      for (var steps = 0; steps < 50 && value !== root; steps += 1) {
        value = getPrototypeOf(value);
        if (value === null) { return false; }
      }
    } catch (error) { return true; }
    return true;
  }
  function leadsOut(value, seen) {
    if (!isObject(value) || seen.has(value)) { return false; }
    seen.add(value);
    for (var object = value; object !== null; object = getPrototypeOf(object)) {
      if (isOwn(object)) { return false; }
      if (object !== value && describe(object, 'constructor')) { return true; }
      var keys = ownKeys(object);
      for (var index = 0; index < keys.length; index += 1) {
        var property = describe(object, keys[index]), parts = [property.value, property.get, property.set];
        for (var part = 0; part < 3; part += 1) {
          if (isObject(parts[part]) && (getPrototypeOf(parts[part]) !== null && !isOwn(parts[part]) || leadsOut(parts[part], seen))) { return true; }
        }
      }
    }
    return false;
  }
  function look(value, name) {
    if (!isObject(value) || isOwn(value)) { return; }
    if (leadsOut(value, new WeakSet())) { found[name] = (found[name] || 0) + 1; }
    else { harmless += 1; }
  }
  var wide = [];
  for (var filled = 0; filled < 200; filled += 1) { wide[filled] = filled; }
  function near(work, padding, name) {
    var results = [], inARow = 0, above = 0, isReady = false, values = wide.slice(0, padding), index;
    function once() {
      var result;
      try { result = work(); inARow += 1; } catch (error) { result = error; inARow = 0; }
      results[results.length] = result;
    }
    function descend() {
      try { apply(descend, null, wide); } catch (error) { /* It is full. */ }
      above += 1;
      if (above === 20) { deeper(); }
    }
    function deeper() {
      if (!isReady) { return; }
      try { apply(deeper, null, values); } catch (error) { /* It is full. */ }
      // Once it has worked so often, no call is deep enough any more.
      if (inARow < 20) { once(); }
    }
    // V8 compiles functions and regular expressions when they are first used, and these again later. At the end of the stack that
    // fails, and for a regular expression V8 ends the process.
    for (index = 0; index < 4; index += 1) { once(); }
    deeper();
    isReady = true;
    results = [];
    inARow = 0;
    try { descend(); } catch (error) { /* So is this frame. */ }
    calls += results.length;
    for (index = 0; index < results.length; index += 1) {
      look(results[index], name);
      if (results[index] instanceof Promise) { results[index].then(null, function (error) { look(error, name + ', rejected'); }); }
    }
  }
`;

/** Collects in `functions` all that a script can reach, with the names they are reached by. */
const everyFunction = `
  var functions = [], names = [], reached = new WeakSet();
  // They ask, refuse, wait, take memory, or take minutes with some values.
  var without = /^(new |get |set )?assert\\.|request|Request|fetch|AWS|[gG]enerate|[cC]heckPrime|scrypt|pbkdf2|DiffieHellman|ECDH|zlib|randomFill|clear/;
  var notSimulated = /^require\\.(resolve|main|extensions|cache)/;
  function reach(value, name, depth) {
    if (!isObject(value) || depth > 4 || reached.has(value) || notSimulated.test(name)) { return; }
    reached.add(value);
    if (typeof value === 'function' && !without.test(name)) { functions.push(value); names.push(name); }
    ownKeys(value).forEach(function (key) {
      var property = describe(value, key), path = name + '.' + String(key);
      reach(property.value, path, depth + 1);
      reach(property.get, 'get ' + path, depth + 1);
      reach(property.set, 'set ' + path, depth + 1);
    });
    reach(getPrototypeOf(value), name + '.__proto__', depth + 1);
  }
  // Those of JavaScript itself are the realm's own.
  [Object, Function, Array, Error, Promise, Symbol, Uint8Array].forEach(function (own) {
    for (var object = own; object !== null; object = getPrototypeOf(object)) { reached.add(object); }
    for (object = own.prototype; object !== null; object = getPrototypeOf(object)) { reached.add(object); }
  });
  ['buffer', 'crypto', 'path', 'querystring', 'string_decoder', 'url', 'util', 'zlib'].forEach(function (name) { reach(require(name), name, 0); });
  [z, console, require, atob, btoa, setTimeout, setImmediate].forEach(function (value, index) {
    reach(value, ['z', 'console', 'require', 'atob', 'btoa', 'setTimeout', 'setImmediate'][index], 0);
  });
  ['URLSearchParams', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'structuredClone', 'Headers', 'Response', 'queueMicrotask'].forEach(function (name) { reach(globalThis[name], name, 0); });
  reach(crypto.createHash('md5'), 'hash', 0);
  reach(new URL('https://a.example/'), 'address', 0);
`;

/** The engine's own work outside of the realm, and functions that the walk leaves out. */
const others: { readonly [name: string]: string } = {
  "the stack of an error": "error.stack",
  "the stack of a new error": "new Error('x').stack",
  "an error as a value": "console.log(error)",
  "code of a text": "construct(makeFunction, ['return {}'])()",
  "a function of another kind": "construct(makeAsync, ['return {}'])()",
  "an evaluated text": "(0, eval)('({})')",
  "an import": "import('fs')",
  "an import of an evaluated text": "(0, eval)(\"import('fs')\")",
  "a promise that is rejected": "Promise.reject({})",
  "a request": "z.request({ url: 'https://a.example/' })",
  "a request with a callback":
    "z.request({ url: 'https://a.example/' }, function (error) { look(error, 'callback'); })",
  "an invalid request": "z.request({ url: 1 })",
  fetch: "fetch('https://a.example/')",
  "an assertion": "require('assert')(false)",
  "a comparison": "require('assert').strictEqual(1, 2)",
  "a stream": "require('zlib').createGzip()",
  "a compressed text": "require('zlib').gzipSync('x')",
  "a derived key": "crypto.pbkdf2Sync('a', 'b', 1, 8, 'sha1')",
  "a property of the global object": "globalThis.added = {}",
  "a new module": "construct(WebAssembly.Module, [new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])])",
  "a date of a locale": "new Date().toLocaleString()",
};

export interface Extent {
  /** Lists of arguments, as code. */
  readonly lists: readonly string[];
  /** The number of values that each recursive call takes: each moves the end of the stack by 8 bytes. */
  readonly paddings: readonly number[];
}

/** The number of functions that one call of the script tries: what they leave takes memory. */
const inOneCall = 10;

/** Tests that nothing which fails at the end of the stack gives a script what belongs to the realm outside. */
export function tryTheEndOfTheStack({ lists, paddings }: Extent): void {
  const each = `${JSON.stringify(paddings)}.forEach(function (padding)`;

  test("every function at the end of the stack", { timeout: 600_000 }, async () => {
    const sim = await simulateZap(
      `thing_poll: function (bundle) {
        ${nearTheEnd} ${everyFunction}
        var first = Number(bundle.trigger_fields.first), last = Math.min(functions.length, first + ${inOneCall});
        for (var index = first; index < last; index += 1) {
          [${lists.join(", ")}].forEach(function (values) {
            ${each} {
              near(function () { return apply(functions[index], undefined, values); }, padding, names[index]);
            });
          });
          near(function () { return construct(functions[index], []); }, 0, 'new ' + names[index]);
        }
        return Promise.resolve().then(function () { return [{ found: found, functions: functions.length, calls: calls }]; });
      }`,
      { trigger: { fields: [{ key: "first", label: "First", type: "int" }] }, time_limit: 120_000 },
    );
    let functions = inOneCall;
    for (let first = 0; first < functions; first += inOneCall) {
      const { items, error } = await sim.poll("thing", { trigger_fields: { first } });
      expect(error?.message).toBeUndefined();
      const [item] = items as { found: object; functions: number; calls: number }[];
      expect(item?.found).toEqual({});
      expect(item?.calls).toBeGreaterThan(100);
      functions = item?.functions as number;
    }
    expect(functions).toBeGreaterThan(250);
  });

  test.each(Object.entries(others))("%s at the end of the stack", { timeout: 60_000 }, async (name, code) => {
    const sim = await simulateZap(
      `thing_poll: function (bundle, finish) {
        ${nearTheEnd}
        var makeFunction = (function () {}).constructor, makeAsync = (async function () {}).constructor;
        var error = new Error('x');
        ${each} { near(function () { return ${code}; }, padding, ${JSON.stringify(name)}); });
        var tell = function (turns) {
          if (turns > 0) { return Promise.resolve().then(function () { return tell(turns - 1); }); }
          console.log(JSON.stringify({ found: found, calls: calls }));
          finish(null, []);
        };
        tell(20);
      }`,
      { time_limit: 60_000 },
    );
    const { logs } = await sim.poll("thing");
    const { found, calls } = JSON.parse(logs.at(-1)?.text ?? "{}");
    expect(found).toEqual({});
    expect(calls).toBeGreaterThanOrEqual(20);
  });
}
