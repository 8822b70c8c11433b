import { describe, expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

describe("the leftovers of a call", () => {
  test("ends with it, and nothing of it is in the next run", async () => {
    const late =
      "console.log('late'); z.request({ url: 'https://late.example' }); throw new Error('late error');";
    const sim = await simulateZap(
      `thing_pre_poll: function (bundle, callback) {
        setTimeout(function () { ${late} }, 1);
        setImmediate(function () { ${late} });
        crypto.randomBytes(1, function () { ${late} });
        z.request({ url: 'https://slow.example' }, function () { ${late} });
        callback(null, {});
      },
      thing_post_poll: function (bundle, callback) {
        setTimeout(function () { callback(null, [{ id: 1 }]); }, 60);
      }`,
    );
    const run = await sim.poll("thing");
    expect(run.error).toBeUndefined();
    expect(run.logs).toEqual([]);
    expect(run.requests.map(({ url }) => url)).toEqual([
      "https://slow.example/",
      "https://api.example.com/things",
    ]);
  });

  test("leaves timers of its own to the next call", async () => {
    const sim = await simulateZap(
      "thing_poll: function (bundle, callback) { setTimeout(function () { callback(null, [1]); }, 1); }",
    );
    expect([(await sim.poll("thing")).items, (await sim.poll("thing")).items]).toEqual([[1], [1]]);
  });
});

describe("timers", () => {
  test("hand over their values and can be cleared", async () => {
    const sim = await simulateZap(
      `thing_poll: function (bundle, callback) {
        var values = [];
        clearTimeout(setTimeout(function () { values.push('cleared'); }, 0));
        clearImmediate(setImmediate(function () { values.push('cleared'); }));
        clearTimeout(undefined);
        setImmediate(function (value) { values.push(value); }, 'now');
        setTimeout(function (a, b) { callback(null, values.concat([a, b])); }, 5, 'a', 'b').unref();
      }`,
    );
    expect((await sim.poll("thing")).items).toEqual(["now", "a", "b"]);
  });

  test("setInterval runs until it is cleared", async () => {
    const sim = await simulateZap(
      `thing_poll: function (bundle, callback) {
        var seen = [];
        var timer = setInterval(function (value) {
          seen.push(value);
          if (seen.length < 3) return;
          clearInterval(timer);
          callback(null, [{ id: seen.join() }]);
        }, 1, "a");
      }`,
    );
    expect((await sim.poll("thing")).items).toEqual([{ id: "a,a,a" }]);
  });

  test("want a function, as in Node.js", async () => {
    const sim = await simulateZap("thing_poll: function () { setTimeout('x', 0); }");
    expect((await sim.poll("thing")).error?.message).toBe(
      `The "callback" argument must be of type function. Received type string ('x')`,
    );
  });
});

test.each([
  [
    "logs long lines",
    "console.log(new Array(1e6).join('x'))",
    "LogLimitError",
    "The call wrote more than 5000000 characters to its console.",
  ],
  [
    "logs many lines",
    "console.log('')",
    "LogLimitError",
    "The call wrote more than 10000 lines to its console.",
  ],
  [
    "asks without waiting",
    "z.request({ url: 'https://a.example' }, function () {})",
    "RequestLimitError",
    "The call waits for more than 500 answers at once.",
  ],
  [
    "fills the memory",
    "(kept = kept || []).push(1)",
    "MemoryLimitError",
    "The call used more than 512 MB of memory.",
  ],
  [
    "fills the memory with bytes",
    "(kept = kept || []).push(new Uint8Array(1e6).fill(1))",
    "MemoryLimitError",
    "The call used more than 512 MB of memory.",
  ],
])("a loop that %s is ended, and the next call runs", async (_, work, name, message) => {
  const sim = await simulateZap(
    `thing_poll: function (bundle) { var kept; while (bundle.meta.frontend) { ${work}; } return [{ id: 1 }]; }`,
  );
  const run = await sim.poll("thing", { meta: { frontend: true } });
  expect(run.error).toEqual({ name, message, method: "thing_poll" });
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
});

describe("a call that does not end", () => {
  test("is ended, be it a loop, and the next call runs", async () => {
    const sim = await simulateZap(
      "thing_poll: function (bundle) { console.log('starts'); while (bundle.meta.frontend) {} return [{ id: 1 }]; }",
      { time_limit: 500 },
    );
    const run = await sim.poll("thing", { meta: { frontend: true } });
    expect(run.error).toEqual({
      name: "TimeLimitError",
      message: "thing_poll did not end within 0.5 s.",
      method: "thing_poll",
    });
    expect(run.logs).toHaveLength(1);
    expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  });

  test("is ended while it waits for an answer", async () => {
    const sim = await simulateZap("thing_poll: function (bundle) { z.request(bundle.request); }", {
      time_limit: 500,
      http: () => new Promise(() => {}),
    });
    expect((await sim.poll("thing")).error?.message).toBe("thing_poll did not end within 0.5 s.");
  });

  test("is told about the callback that it has not called", async () => {
    const sim = await simulateZap("thing_poll: function (bundle, callback) { return []; }", {
      time_limit: 500,
    });
    expect((await sim.poll("thing")).error).toEqual({
      name: "TimeLimitError",
      message: "thing_poll did not end within 0.5 s.",
      method: "thing_poll",
      hint: "It has a second parameter, so the platform waits until it calls that callback.",
    });
  });
});
