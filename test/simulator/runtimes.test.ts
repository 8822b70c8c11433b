import { describe, expect, test } from "vitest";
import type { Runtime } from "zapc/simulator";
import { type Setting, simulateZap } from "./integration.ts";

/** Polls on both runtimes, and gives what each made of it. */
async function onBoth(methods: string, setting: Setting = {}) {
  const on = async (runtime: Runtime) => {
    const sim = await simulateZap(methods, { ...setting, runtime });
    const { outcome, items, error } = await sim.poll("thing");
    return { outcome, items, ...(error && { error: `${error.name}: ${error.message}` }) };
  };
  return { converted: await on("converted"), legacy: await on("legacy") };
}

describe("the two runtimes", () => {
  test("have the libraries of their times", async () => {
    const versions = await onBoth(
      "thing_poll: function () { return [_.VERSION, moment.version, $.fn.jquery, typeof async.map]; }",
    );
    expect(versions.converted.items).toEqual(["1.13.8", "2.31.0", "3.5.0", "function"]);
    expect(versions.legacy.items).toEqual(["1.4.4", "2.0.0", "1.8.3", "function"]);
  });

  test("render a template in one call on the legacy one alone", async () => {
    const rendered = await onBoth(
      "thing_poll: function () { return [typeof _.template('{{a}}', { a: 1 }), _.template('{{ a }}')({ a: 1 })]; }",
    );
    expect(rendered.converted.items).toEqual(["function", "1"]);
    expect(rendered.legacy.items).toEqual(["string", "1"]);
  });

  test("keep the old names of Underscore", async () => {
    const kept = await onBoth(
      "thing_poll: function () { return [_.contains([1], 1), _.collect([1], function (n) { return n + 1; })]; }",
    );
    expect(kept.converted.items).toEqual([true, [2]]);
    expect(kept.legacy.items).toEqual([true, [2]]);
  });

  test("differ in who sees a 429", async () => {
    const runs = await onBoth(
      "thing_post_poll: function (bundle) { throw new HaltedException('seen ' + bundle.response.status_code); }",
      { http: () => new Response("", { status: 429 }) },
    );
    expect(runs.converted.error).toBe("ThrottledError: The server returned 429 (Too Many Requests)");
    expect(runs.legacy.error).toBe("HaltedException: seen 429");
  });

  test("differ in where a request can be stopped", async () => {
    const full = await onBoth("thing_poll: function () { throw new StopRequestException('no'); }");
    expect(full.converted.outcome).toBe("stopped");
    expect(full.legacy).toEqual({ outcome: "error", items: [], error: "StopRequestException: no" });
    const pre = await onBoth("thing_pre_poll: function () { throw new StopRequestException('no'); }");
    expect([pre.converted.outcome, pre.legacy.outcome]).toEqual(["stopped", "stopped"]);
  });

  test("differ in whether they await a Promise", async () => {
    const runs = await onBoth("thing_poll: function () { return Promise.resolve([1]); }");
    expect(runs.converted.items).toEqual([1]);
    expect(runs.legacy.error).toBe("Error: JSON results array could not be located.");
  });

  test("say that time zones are missing on the legacy one", async () => {
    const runs = await onBoth(
      "thing_poll: function () { return [moment.tz('2024-07-01', 'Europe/Paris').format()]; }",
    );
    expect(runs.converted.items).toEqual(["2024-07-01T00:00:00+02:00"]);
    expect(runs.legacy.error).toBe("NotSimulated: moment.tz of the legacy runtime is not simulated yet.");
  });
});
