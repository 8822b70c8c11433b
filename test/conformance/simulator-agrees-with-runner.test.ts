import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Simulator, simulate } from "zapc/simulator";
import { readmeWithDifferences } from "../../docs/differences.mjs";
import { methods, nameInZap } from "../../src/model/methods.ts";
import type { Platform } from "../platform/platform.ts";
import { comparable, hostOf, type Observed, type Outcome, withRefusal } from "./comparable.ts";
import { startRecordingServer } from "./recording-server.ts";
import { type Runner, startRunner } from "./runner/start-runner.ts";
import { keys, metadataOf, onHost, type Scenario, scriptOf } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import { perform } from "./steps.ts";

const client = { client_id: "the client of {{theme}}", client_secret: "s3cret" };
const start = { redirect_uri: "https://zapier.com/dashboard/auth/oauth/return/App/", state: "st&te" };

const folder = mkdtempSync(join(tmpdir(), "zapc-"));
const onRunner = new Map<string, Observed>();

beforeAll(async () => {
  const runner = await startRunner({ client });
  for (const scenario of scenarios) onRunner.set(scenario.name, await observedOnRunner(scenario, runner));
  await runner.close();
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
  const platform = await simulated(scenario, hostOf(server.origin));
  const outcome = await connectAndPerform(platform, scenario, hostOf(server.origin));
  await platform.close();
  await server.close();
  return comparable({ arrived: server.arrived, outcome }, server.origin);
}

async function observedOnRunner(scenario: Scenario, runner: Runner): Promise<Observed> {
  const server = await startRecordingServer(scenario.respond ?? (() => ({})));
  const host = hostOf(server.origin);
  const platform = runner.connect({
    script: scriptOf(scenario),
    metadata: metadataOf(scenario, host),
    auth_fields: fieldsOf(scenario, host),
  });
  const outcome = withRefusal(await connectAndPerform(platform, scenario, host), host);
  await server.close();
  return comparable({ arrived: server.arrived, outcome }, server.origin);
}

function simulated(scenario: Scenario, host: string): Promise<Simulator> {
  const script = join(folder, "zap.js");
  const metadata = join(folder, "metadata.json");
  writeFileSync(script, scriptOf(scenario));
  writeFileSync(metadata, JSON.stringify(metadataOf(scenario, host)));
  return simulate({ script, metadata, auth_fields: fieldsOf(scenario, host), ...client });
}

/** Connects an OAuth account by the scenario's redirect, and does the scenario's step. */
async function connectAndPerform(platform: Platform, scenario: Scenario, host: string): Promise<Outcome> {
  const { redirect } = scenario;
  const onItsHost = onHost(scenario, host);
  if (!redirect) return perform(platform, onItsHost);
  const { error: refused, url: authorize_url } = await platform.authorizeUrl(start);
  const error = refused ?? (await platform.connect({ ...redirect, state: start.state })).error;
  if (error) return { error: { name: error.name, message: error.message } };
  const outcome: Outcome = await perform(platform, onItsHost);
  return outcome.error ? outcome : { ...outcome, ...{ authorize_url } };
}

function fieldsOf({ auth, auth_fields }: Scenario, host: string) {
  return auth?.type === "none" ? {} : { ...auth_fields, host };
}
