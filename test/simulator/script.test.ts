import { describe, expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

/** What `expression` is inside of a method. */
async function evaluate(expression: string): Promise<unknown> {
  const sim = await simulateZap(`thing_poll: function (bundle) { return [{ value: ${expression} }]; }`);
  const { items, error } = await sim.poll("thing", { meta: { frontend: true } });
  expect(error).toBeUndefined();
  return (items[0] as { value: unknown }).value;
}

describe("a script", () => {
  test("sees nothing of Node.js", async () => {
    expect(
      await evaluate("[typeof process, typeof global, typeof module, typeof Buffer, typeof gc]"),
    ).toEqual(Array(5).fill("undefined"));
  });

  test("gets arrays and errors that are instances of its own Array and Error", async () => {
    const values = `[bundle.meta instanceof Object, _.map([1], _.identity) instanceof Array, Object.keys({}) instanceof Array,
      new HaltedException('') instanceof Error,
      (function () { try { z.hash('none', ''); } catch (error) { return error instanceof Error; } }())]`;
    expect(await evaluate(values)).toEqual(Array(5).fill(true));
  });

  test("starts anew for each call: nothing that it changes survives", async () => {
    const sim = await simulateZap(
      `calls: 0,
       thing_pre_poll: function () { this.calls += 1; _.mixin({ mine: function () {} }); Array.prototype.mine = 1; return {}; },
       thing_post_poll: function () { return [{ calls: this.calls, own: [typeof _.mine, typeof [].mine] }]; }`,
    );
    expect((await sim.poll("thing")).items).toEqual([{ calls: 0, own: ["undefined", "undefined"] }]);
  });

  test("is called with Zap as this", async () => {
    expect(await evaluate("typeof this.thing_poll")).toBe("function");
  });

  test("may require a few modules of Node.js", async () => {
    expect(await evaluate("require('querystring').stringify({ a: 'b c' })")).toBe("a=b%20c");
  });
});

describe("what a script throws", () => {
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

describe("what a script throws that is no ordinary error", () => {
  test.each([
    ["an object", "{ a: 1 }", '{"a":1}'],
    [
      "a cyclic object",
      "(function () { var a = {}; a.a = a; return a; }())",
      "<ref *1> { a: [Circular *1] }",
    ],
    ["an error whose message throws", "{ get message() { throw 1; } }", "{ message: [Getter] }"],
    ["an object that cannot be read at all", "new Proxy({}, { get: function () { throw 1; } })", "{}"],
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
