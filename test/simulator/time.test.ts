import { describe, expect, test } from "vitest";
import { type Simulator, simulate } from "zapc/simulator";
import { simulateZap } from "./integration.ts";

const newYear = "2026-01-01T00:00:00Z";

/** The value of `expression` inside of a method, at new year. */
async function atNewYear(expression: string): Promise<unknown> {
  const sim = await simulateZap(`thing_poll: function () { return [{ value: ${expression} }]; }`, {
    now: newYear,
  });
  const { items, error } = await sim.poll("thing");
  expect(error).toBeUndefined();
  return (items[0] as { value: unknown }).value;
}

describe("the time that is passed in", () => {
  test("is what the script sees, and its libraries", async () => {
    expect(await atNewYear("[new Date(), Date.now(), moment().toISOString(), _.now(), new Date(0)]")).toEqual(
      [
        "2026-01-01T00:00:00.000Z",
        Date.parse(newYear),
        "2026-01-01T00:00:00.000Z",
        Date.parse(newYear),
        "1970-01-01T00:00:00.000Z",
      ],
    );
  });

  test("leaves Date as it is otherwise", async () => {
    const facts = `[typeof Date(), new Date() instanceof Date, new Date(0).constructor === Date, Date.name, Date.length,
      Date.UTC(1970, 0), Date.parse('1970-01-01'), Object.keys(Date), new Date(2020, 1, 3).getMonth(), isNaN(new Date(undefined))]`;
    expect(await atNewYear(facts)).toEqual(["string", true, true, "Date", 7, 0, 0, [], 1, true]);
  });

  test("moves on from run to run", async () => {
    const sim = await simulateZap("thing_poll: function () { return [{ id: new Date() }]; }");
    const idAt = async (time: Date | string) => {
      sim.at(time);
      return (await sim.poll("thing")).items;
    };
    expect(await idAt(newYear)).toEqual([{ id: "2026-01-01T00:00:00.000Z" }]);
    expect(await idAt(new Date("2026-01-02T00:00:00Z"))).toEqual([{ id: "2026-01-02T00:00:00.000Z" }]);
  });

  test("passes while the script waits, though nobody waits for it", async () => {
    const sim = await simulateZap(
      `thing_poll: function (bundle, callback) {
        var seen = [];
        function see(name) { seen.push(name + ' ' + new Date().toISOString().slice(17, 23)); }
        clearTimeout(setTimeout(see, 1, 'cleared'));
        setTimeout(function () { see('last'); callback(null, seen); }, 20000);
        setTimeout(see, 1000, 'second');
        setTimeout(see, 500, 'first');
        setTimeout(function () { setTimeout(see, 4000, 'inner'); }, 2000);
        z.request({ url: 'https://a.example/' }, function () { see('answer'); });
        see('start');
      }`,
      { now: newYear },
    );
    const began = Date.now();
    expect((await sim.poll("thing")).items).toEqual([
      ...["start 00.000", "answer 00.000", "first 00.500", "second 01.000", "inner 06.000", "last 20.000"],
    ]);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  test("passes in a loop that waits for it", async () => {
    const loop =
      "(function () { var start = Date.now(); while (Date.now() - start < 2000) {} return Date.now() - start; }())";
    expect(await atNewYear(loop)).toBe(2001);
  });

  test.each([
    ["a timer", "setTimeout(function () { callback(null, []); }, 31000);"],
    ["a loop", "var start = Date.now(); while (Date.now() - start < 31000) {} callback(null, []);"],
  ])("ends the call when it waits too long in %s", async (_, wait) => {
    const sim = await simulateZap(`thing_poll: function (bundle, callback) { ${wait} }`, { now: newYear });
    expect((await sim.poll("thing")).error).toEqual({
      name: "TimeLimitError",
      message: "thing_poll did not end within 30 s.",
      method: "thing_poll",
      hint: "It has a second parameter, so the platform waits until it calls that callback.",
    });
  });
});

describe("a time that is none", () => {
  test.each([
    ["yesterday", '"yesterday"'],
    ["2026-01-01", '"2026-01-01"'],
    ["2026-01-01T00:00:00", '"2026-01-01T00:00:00"'],
    ["2026-13-01T00:00:00Z", '"2026-13-01T00:00:00Z"'],
    [new Date("x"), "null"],
  ])("is refused: %s", async (now, shown) => {
    const sim: Simulator = await simulateZap("");
    const problem = "must be a Date or a time such as 2026-03-01T09:00:00Z";
    expect(() => sim.at(now)).toThrow(`Failed to set the time: it is ${shown}, and ${problem}.`);
    const options = { script: "zap.js", metadata: "metadata.json", auth_fields: {}, now };
    await expect(simulate(options)).rejects.toThrow(
      `Failed to simulate: the option now is ${shown}, and ${problem}.`,
    );
  });
});
