import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import { type Arrived, startRecordingServer } from "./recording-server.ts";
import { type RunnerOutcome, runInRunner, runnerMeta } from "./runner.ts";
import { metadataOf, type Scenario, scriptOf, triggerKey } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";

/** What an engine made of a scenario. */
interface Observed {
  readonly arrived: readonly Arrived[];
  readonly outcome: unknown;
}

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
    const outcome = asSimulated(outcomes[index] as RunnerOutcome);
    onRunner.set(scenario.name, withoutHost({ arrived: server.arrived, outcome }, server.origin));
    await server.close();
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("the simulator and the runner agree", () => {
  test.each(scenarios)("$name", async (scenario) => {
    expect(await onSimulator(scenario)).toEqual(onRunner.get(scenario.name));
  });
});

async function onSimulator(scenario: Scenario): Promise<Observed> {
  const server = await startRecordingServer(scenario.respond ?? (() => ({})));
  const script = join(folder, "zap.js");
  const metadata = join(folder, "metadata.json");
  writeFileSync(script, scriptOf(scenario));
  writeFileSync(metadata, JSON.stringify(metadataOf(scenario)));
  const auth_fields = { ...scenario.auth_fields, host: server.origin.slice("http://".length) };
  const sim = await simulate({ script, metadata, auth_fields });
  const { items, error } = await sim.poll(triggerKey, {
    trigger_fields: scenario.trigger_fields,
    meta: scenario.meta,
  });
  await sim.close();
  await server.close();
  const outcome = error ? { error: { name: error.name, message: error.message } } : { items };
  return withoutHost({ arrived: server.arrived, outcome }, server.origin);
}

function runnerScenario(scenario: Scenario, origin = "") {
  const { auth_fields, trigger_fields = {}, meta = {} } = scenario;
  return {
    script: scriptOf(scenario),
    metadata: metadataOf(scenario),
    trigger: triggerKey,
    auth_fields: { ...auth_fields, host: origin.slice("http://".length) },
    trigger_fields,
    meta: {
      ...runnerMeta,
      isLoadingSample: meta.frontend ?? false,
      isTestingAuth: meta.test_poll ?? false,
    },
  };
}

/** The two engines ask two servers. */
function withoutHost(observed: Observed, origin: string): Observed {
  return JSON.parse(JSON.stringify(observed).replaceAll(origin.slice("http://".length), "HOST"));
}

const shownNames: { readonly [name: string]: string } = {
  AppError: "ErrorException",
  HaltedError: "HaltedException",
  StopRequestError: "StopRequestException",
  ExpiredAuthError: "ExpiredAuthException",
  RefreshAuthError: "InvalidSessionException",
};

/** The runner's outcome as the simulator shows it: the same names and, where the runner has JSON, its content. */
function asSimulated({ items, error }: RunnerOutcome): unknown {
  // Of a test of the account the runner gives the item itself.
  if (!error) return { items: Array.isArray(items) ? items : [items] };
  const { name, message } = error;
  return { error: { name: shownNames[name] ?? name, message: shownMessage(name, message) } };
}

function shownMessage(name: string, message: string): string {
  if (name === "RefreshAuthError")
    return "The server returned 401 to http://HOST/things: the session is not valid.";
  if (!["AppError", "ResponseError", "ThrottledError"].includes(name)) return message;
  const { message: text = "", delay, status, content, request } = JSON.parse(message);
  if (name === "ResponseError")
    return `The server returned ${status} to ${uncensored(request.url)}: ${content || "no content"}`;
  return delay ? `${text}, Retry-After: ${delay}` : text;
}

// core censors in addresses what the user typed, here the host.
function uncensored(url: string): string {
  return url.replace(/:censored:\d+:\w+:/, "HOST");
}
