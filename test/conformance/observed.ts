import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, simulate } from "zapc/simulator";
import type { Platform } from "../platform/platform.ts";
import { comparable, hostOf, type Observed, type Outcome, withRefusal } from "./comparable.ts";
import { startRecordingServer } from "./recording-server.ts";
import type { Runner } from "./runner/start-runner.ts";
import { authFields, metadataOf, onHost, type Scenario, scriptOf } from "./scenario.ts";
import { perform } from "./steps.ts";

/** The app's credentials at the APIs of the scenarios. */
export const client = { client_id: "the client of {{theme}}", client_secret: "s3cret" };

const start = { redirect_uri: "https://zapier.com/dashboard/auth/oauth/return/App/", state: "st&te" };

/** Does a scenario in the simulator. */
export async function observedInSimulator(scenario: Scenario): Promise<Observed> {
  const server = await startRecordingServer(scenario.respond ?? (() => ({})));
  const platform = await simulated(scenario, hostOf(server.origin));
  const outcome = await connectAndPerform(platform, scenario, hostOf(server.origin));
  await platform.close();
  await server.close();
  return comparable({ arrived: server.arrived, outcome }, server.origin);
}

/** Does a scenario on the runner. */
export async function observedOnRunner(scenario: Scenario, runner: Runner): Promise<Observed> {
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

async function simulated(scenario: Scenario, host: string): Promise<Simulator> {
  const folder = mkdtempSync(join(tmpdir(), "zapc-"));
  const script = join(folder, "zap.js");
  const metadata = join(folder, "metadata.json");
  writeFileSync(script, scriptOf(scenario));
  writeFileSync(metadata, JSON.stringify(metadataOf(scenario, host)));
  const sim = await simulate({ script, metadata, auth_fields: fieldsOf(scenario, host), ...client });
  rmSync(folder, { recursive: true });
  return sim;
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

/** In the order of the form, as the platform stores them. */
function fieldsOf({ auth, auth_fields }: Scenario, host: string) {
  if (auth?.type === "none") return {};
  const given: { readonly [key: string]: string } = { ...auth_fields, host };
  const declared = authFields.map(({ key }) => key).filter((key) => key in given);
  return Object.fromEntries([...declared, ...Object.keys(given)].map((key) => [key, given[key]]));
}
