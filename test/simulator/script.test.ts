import { describe, expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

/** The value of `expression` inside of a method. */
async function evaluate(expression: string): Promise<unknown> {
  const sim = await simulateZap(`thing_poll: function (bundle) { return [{ value: ${expression} }]; }`);
  const { items, error } = await sim.poll("thing", { meta: { frontend: true } });
  expect(error).toBeUndefined();
  return (items[0] as { value: unknown }).value;
}

describe("a script", () => {
  test("sees the globals of Node.js, but nothing of its process", async () => {
    const types = "[typeof Buffer, typeof URL, typeof fetch, typeof module, typeof gc, typeof process]";
    expect(await evaluate(types)).toEqual([
      ...["function", "function", "function", "undefined", "undefined", "object"],
    ]);
    expect(
      await evaluate("[Object.keys(process.env), process.noSuchThing, global === this.constructor]"),
    ).toEqual([...[[], null, false]]);
  });

  test("sees nothing of Node.js on the legacy runtime", async () => {
    const sim = await simulateZap(
      "thing_poll: function () { return [typeof process, typeof global, typeof Buffer, typeof URL, typeof fetch, typeof structuredClone]; }",
      { runtime: "legacy" },
    );
    expect((await sim.poll("thing")).items).toEqual(Array(6).fill("undefined"));
  });

  test("fails where it misses a global that the platform has", async () => {
    const sim = await simulateZap("thing_poll: function () { return [new Blob([])]; }");
    expect((await sim.poll("thing")).error).toEqual({
      name: "NotSimulated",
      message: "The global Blob is not simulated yet.",
      method: "thing_poll",
    });
  });

  test("may look for a package that is not there", async () => {
    expect(
      await evaluate(
        "(function () { try { require('none'); } catch (error) { return [error.code, error.message]; } })()",
      ),
    ).toEqual(["MODULE_NOT_FOUND", "Cannot find module 'none'"]);
  });

  test("writes to all of the console", async () => {
    const sim = await simulateZap(
      `thing_poll: function () {
        console.group('a'); console.log('b\\nc'); console.groupEnd(); console.count(); console.count();
        console.dir({ d: { e: { f: { g: 1 } } } }, { depth: 0 }); console.assert(false, 'h %s', 'i'); console.trace('j'); console.table([[1]]);
        return [];
      }`,
      { now: "2026-01-01T00:00:00Z" },
    );
    const { logs } = await sim.poll("thing");
    expect(logs.map(({ level, text }) => [level, text.split("\n").slice(0, 2)])).toEqual([
      ...[
        ["log", ["a"]],
        ["log", ["  b", "  c"]],
        ["log", ["default: 1"]],
        ["log", ["default: 2"]],
      ],
      ...[
        ["log", ["{ d: [Object] }"]],
        ["warn", ["Assertion failed: h i"]],
      ],
      ["error", ["Trace: j", expect.stringMatching(/^ {4}at Object\.thing_poll \(/)]],
      ["log", ["┌─────────┬───┐", "│ (index) │ 0 │"]],
    ]);
  });

  test("gets arrays and errors that are instances of its own Array and Error", async () => {
    const values = `[bundle.meta instanceof Object, _.map([1], _.identity) instanceof Array, Object.keys({}) instanceof Array,
      new HaltedException('') instanceof Error,
      (function () { try { z.hash('none', ''); } catch (error) { return error instanceof Error; } }())]`;
    expect(await evaluate(values)).toEqual(Array(5).fill(true));
  });

  const remembering = `calls: 0,
    thing_pre_poll: function () { this.calls += 1; _.mixin({ mine: function () {} }); Array.prototype.mine = 1; return {}; },
    thing_post_poll: function () { return [{ calls: this.calls, own: [typeof _.mine, typeof [].mine] }]; }`;

  test("starts anew for each poll, of which post_poll finds what pre_poll has changed", async () => {
    const sim = await simulateZap(remembering);
    const changed = { calls: 1, own: ["function", "number"] };
    expect((await sim.poll("thing")).items).toEqual([changed]);
    expect((await sim.poll("thing")).items).toEqual([changed]);
  });

  test("starts anew for each method on the legacy runtime", async () => {
    const sim = await simulateZap(remembering, { runtime: "legacy" });
    expect((await sim.poll("thing")).items).toEqual([{ calls: 0, own: ["undefined", "undefined"] }]);
  });

  test("is called with Zap as this", async () => {
    expect(await evaluate("typeof this.thing_poll")).toBe("function");
  });

  test("may require a few modules of Node.js", async () => {
    expect(await evaluate("require('querystring').stringify({ a: 'b c' })")).toBe("a=b%20c");
  });
});

describe("a script throws an exception", () => {
  test("is named as the script names it, with the line and column in zap.js", async () => {
    const sim = await simulateZap(
      "thing_poll: function () {\n  throw new ErrorException('Pick another table');\n}",
    );
    const { error } = await sim.poll("thing");
    expect(error).toMatchObject({
      name: "ErrorException",
      message: "Pick another table",
      method: "thing_poll",
    });
    expect(error?.stack).toMatch(/^ {4}at Object\.thing_poll \(\/.*\/zap\.js:4:9\)$/m);
  });

  test("may be any value, of which the platform makes something else", async () => {
    const sim = await simulateZap("thing_poll: function () { throw 'text'; }");
    expect((await sim.poll("thing")).error).toEqual({
      name: "TypeError",
      message: "Cannot create property 'message' on string 'text'",
      method: "thing_poll",
      hint: 'thing_poll threw "text": throw an ErrorException, whose message the user sees.',
    });
  });

  test("has no message where it is an object, which the hint shows", async () => {
    const sim = await simulateZap("thing_poll: function () { throw { a: 1 }; }");
    expect((await sim.poll("thing")).error).toEqual({
      name: "Error",
      message: "undefined",
      method: "thing_poll",
      hint: 'thing_poll threw {"a":1}: throw an ErrorException, whose message the user sees.',
    });
  });

  test("is another error where it is frozen", async () => {
    const sim = await simulateZap("thing_poll: function () { throw Object.freeze(new Error('no')); }");
    expect((await sim.poll("thing")).error).toMatchObject({
      name: "TypeError",
      message: "Cannot assign to read only property 'message' of object 'Error: no'",
      hint: "thing_poll threw no: throw an ErrorException, whose message the user sees.",
    });
  });

  test("may be any value on the legacy runtime", async () => {
    const sim = await simulateZap("thing_poll: function () { throw 'text'; }", { runtime: "legacy" });
    expect((await sim.poll("thing")).error).toEqual({ name: "Error", message: "text", method: "thing_poll" });
  });

  test("may come from a callback", async () => {
    const sim = await simulateZap(
      "thing_poll: function (bundle, callback) { setTimeout(function () { throw new TypeError('late'); }, 0); }",
    );
    expect((await sim.poll("thing")).error).toMatchObject({
      name: "TypeError",
      message: "late",
      method: "thing_poll",
    });
    expect((await sim.poll("thing")).error).toMatchObject({ message: "late" });
  });
});

describe("a script throws a value that is no ordinary error", () => {
  test.each([
    [
      "a cyclic object",
      "(function () { var a = {}; a.a = a; return a; }())",
      "<ref *1> { a: [Circular *1] }",
    ],
    ["an error whose message throws", "{ get message() { throw 1; } }", "{ message: [Getter] }"],
    [
      "an object that cannot be read at all",
      "new Proxy({}, { get: function () { throw 1; } })",
      "an object that cannot be read",
    ],
  ])("is shown: %s", async (_, thrown, message) => {
    const sim = await simulateZap(`thing_poll: function () { throw ${thrown}; }`);
    expect((await sim.poll("thing")).error).toMatchObject({ name: "Error", message, method: "thing_poll" });
  });
});

test.each(["function () {}", "Symbol('a')"])("does not take %s for an empty result", async (result) => {
  const sim = await simulateZap(
    `thing_post_poll: function () { return ${result}; }, get_connection_label: function () { return ${result}; }`,
  );
  expect((await sim.poll("thing")).error).toEqual({
    name: "Error",
    message: "JSON results array could not be located.",
  });
});

test("records the lines of every level as Node.js formats them", async () => {
  const sim = await simulateZap(
    "thing_poll: function () { console.info('%s is', 'a', { b: [1] }); console.warn(undefined); console.error(new HaltedException('x').message); return []; }",
  );
  expect((await sim.poll("thing")).logs).toEqual([
    { level: "info", text: "a is { b: [ 1 ] }", method: "thing_poll" },
    { level: "warn", text: "undefined", method: "thing_poll" },
    { level: "error", text: "x", method: "thing_poll" },
  ]);
});
