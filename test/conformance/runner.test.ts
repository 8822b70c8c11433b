import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunnerPlatform } from "./runner/runner-platform.ts";
import { type Runner, startRunner } from "./runner/start-runner.ts";
import { metadataOf, scriptOf } from "./scenario.ts";

let runner: Runner;

beforeAll(async () => {
  runner = await startRunner();
});

afterAll(() => runner.close());

function connected(zap: string, by = runner): RunnerPlatform {
  const scenario = { name: "a script", auth: { type: "none" }, zap } as const;
  return by.connect({ script: scriptOf(scenario), metadata: metadataOf(scenario, "HOST"), auth_fields: {} });
}

const clock = "thing_poll: function () { return [{ id: Date.now(), year: new Date().getFullYear() }]; }";

test("the script's clock stands where it is set, and otherwise goes with the machine's", async () => {
  const platform = connected(clock);
  platform.at("2024-03-15T12:00:00Z");
  const set = await platform.poll("thing");
  expect(set.items).toEqual([{ id: Date.parse("2024-03-15T12:00:00Z"), year: 2024 }]);
  const before = Date.now();
  const [item] = (await connected(clock).poll("thing")).items as { id: number }[];
  expect(item?.id).toBeGreaterThanOrEqual(before);
});

test("a Zap triggers for each id once, and begins with those of the first poll", async () => {
  const zap = await connected(
    "thing_poll: function (bundle) { return [{ id: bundle.meta.first_poll ? 1 : 2 }, { id: 1 }]; }",
  ).turnOn("thing");
  expect((await zap.poll()).items).toEqual([{ id: 2 }]);
  expect((await zap.poll()).items).toEqual([]);
});

test("knows which methods were called, those that call back, too", async () => {
  const { called } = runner;
  expect(called.has("thing_pre_poll")).toBe(false);
  await connected(
    "thing_pre_poll: function (bundle, callback) { callback(null, { url: 'http://127.0.0.1:1/' }); }, thing_post_poll: function () {}",
  ).poll("thing");
  expect([called.has("thing_pre_poll"), called.has("thing_post_poll")]).toEqual([true, false]);
});

test("a script that ends the process fails the run", async () => {
  const other = await startRunner();
  const platform = connected("thing_poll: function () { process.exit(3); }", other);
  const message = "Failed to run triggers.thing.operation.perform: the runner's process ended before.";
  await expect(platform.poll("thing")).rejects.toThrow(message);
  await expect(platform.poll("thing")).rejects.toThrow(message);
  await other.close();
});
