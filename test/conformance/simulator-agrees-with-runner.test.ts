import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Simulator, simulate } from "zapc/simulator";
import { readmeWithDifferences } from "../../docs/differences.mjs";
import { methods, nameInZap } from "../../src/model/methods.ts";
import { asSimulated, comparable, hostOf, type Observed } from "./comparable.ts";
import { startRecordingServer } from "./recording-server.ts";
import { type RunnerOutcome, runInRunner, runnerMeta } from "./runner.ts";
import { keys, metadataOf, onHost, type Scenario, scriptOf } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import { onSimulator, outcomeOf, runnerStep } from "./steps.ts";

// As run-in-runner.mjs says it to the runner.
const start = { redirect_uri: "https://zapier.com/dashboard/auth/oauth/return/App/", state: "st&te" };

const folder = mkdtempSync(join(tmpdir(), "zapc-"));
const onRunner = new Map<string, Observed>();

beforeAll(async () => {
  const servers = await Promise.all(
    scenarios.map(({ respond }) => startRecordingServer(respond ?? (() => ({})))),
  );
  const outcomes = await runInRunner(
    scenarios.map((scenario, index) => runnerScenario(scenario, servers[index]?.origin)),
  );
  for (const [index, server] of servers.entries()) {
    const scenario = scenarios[index] as Scenario;
    const outcome = asSimulated(outcomes[index] as RunnerOutcome, scenario);
    onRunner.set(scenario.name, comparable({ arrived: server.arrived, outcome }, server.origin));
    await server.close();
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test("every scenario has a name of its own", () => {
  const names = scenarios.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

describe("the simulator and the runner agree", () => {
  test.each(scenarios.filter((scenario) => !goesWithDocumentation(scenario)))("$name", async (scenario) => {
    expect(await observed(scenario)).toEqual(onRunner.get(scenario.name));
  });
});

describe("the simulator goes with the documentation where the runner does not", () => {
  test.each(scenarios.filter(goesWithDocumentation))("$name", async (scenario) => {
    const { arrived, outcome } = await observed(scenario);
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

test("the README tells every difference", async () => {
  expect(await readmeWithDifferences()).toBe(readFileSync("README.md", "utf8"));
});

function goesWithDocumentation({ differs }: Scenario): boolean {
  return differs?.outcome !== undefined;
}

async function observed(scenario: Scenario): Promise<Observed> {
  const server = await startRecordingServer(scenario.respond ?? (() => ({})));
  const sim = await simulated(scenario, hostOf(server.origin));
  const outcome = await connectAndRun(sim, onHost(scenario, hostOf(server.origin)));
  await sim.close();
  await server.close();
  return comparable({ arrived: server.arrived, outcome }, server.origin);
}

function simulated(scenario: Scenario, host: string): Promise<Simulator> {
  const script = join(folder, "zap.js");
  const metadata = join(folder, "metadata.json");
  writeFileSync(script, scriptOf(scenario));
  writeFileSync(metadata, JSON.stringify(metadataOf(scenario, host)));
  const auth_fields = fieldsOf(scenario, host);
  return simulate({
    script,
    metadata,
    auth_fields,
    client_id: "the client of {{theme}}",
    client_secret: "s3cret",
  });
}

async function connectAndRun(sim: Simulator, scenario: Scenario): Promise<unknown> {
  const { redirect, step } = scenario;
  const granting = redirect && (await sim.authorizeUrl(start));
  const connecting = granting?.url ? await sim.connect({ ...redirect, state: start.state }) : granting;
  const run = connecting?.error ? connecting : await onSimulator(sim, scenario);
  const { error } = run as RunnerOutcome;
  if (error) return { error: { name: error.name, message: error.message } };
  return {
    ...outcomeOf(step, run as { [name: string]: unknown }),
    ...(granting && { authorize_url: granting.url }),
  };
}

function runnerScenario(scenario: Scenario, origin = "") {
  const { meta = {}, redirect } = scenario;
  return {
    script: scriptOf(scenario),
    metadata: metadataOf(scenario, hostOf(origin)),
    step: runnerStep(onHost(scenario, hostOf(origin))),
    auth_fields: fieldsOf(scenario, hostOf(origin)),
    redirect: redirect && { ...redirect, state: start.state },
    meta: {
      ...runnerMeta,
      ...{ limit: meta.limit ?? -1, page: meta.page ?? 0 },
      isLoadingSample: meta.frontend ?? false,
      isTestingAuth: meta.test_poll ?? false,
      isFillingDynamicDropdown: meta.prefill ?? false,
      isPopulatingDedupe: meta.first_poll ?? false,
    },
  };
}

function fieldsOf({ auth, auth_fields }: Scenario, host: string) {
  return auth?.type === "none" ? {} : { ...auth_fields, host };
}
