import { beforeAll, describe, expect, test } from "vitest";
import { methods, nameInZap } from "../../src/model/methods.ts";
import type { Observed } from "./comparable.ts";
import { client, observedInSimulator, observedOnRunner } from "./observed.ts";
import { startRunner } from "./runner/start-runner.ts";
import { keys, type Scenario, scriptOf } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";

const onRunner = new Map<string, Observed>();

beforeAll(async () => {
  const runner = await startRunner({ client });
  for (const scenario of scenarios) onRunner.set(scenario.name, await observedOnRunner(scenario, runner));
  await runner.close();
}, 120_000);

test("every scenario has a name of its own", () => {
  const names = scenarios.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

describe("the simulator and the runner agree", () => {
  test.each(scenarios.filter((scenario) => !goesWithDocumentation(scenario)))("$name", async (scenario) => {
    const observed = await observedInSimulator(scenario);
    // As text, since the order of the keys counts.
    expect(inJson(observed)).toBe(inJson(onRunner.get(scenario.name)));
  });
});

describe("the simulator goes with the documentation where the runner does not", () => {
  test.each(scenarios.filter(goesWithDocumentation))("$name", async (scenario) => {
    const { arrived, outcome } = await observedInSimulator(scenario);
    expect({ arrived, outcome }).not.toEqual(onRunner.get(scenario.name));
    expect(outcome).toEqual(scenario.differs?.outcome);
  });
});

test("every method that the platform can call has a scenario", () => {
  const names = methods.map((method) => nameInZap(method, keys[method.kind as keyof typeof keys]));
  const called = (name: string) =>
    scenarios.some((scenario) => new RegExp(`\\b${name}\\b`).test(scriptOf(scenario)));
  expect(names.filter((name) => !called(name))).toEqual([]);
});

function inJson(observed: Observed | undefined): string {
  return JSON.stringify(observed, null, 2);
}

function goesWithDocumentation({ differs }: Scenario): boolean {
  return differs?.outcome !== undefined;
}
