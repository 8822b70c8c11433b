/** Runs a compiled zap.js as the platform would: `import { simulate } from "zapc/simulator"`. */
import { existsSync } from "node:fs";
import { connectAccount } from "./authentication/connect-account.ts";
import { Connection } from "./authentication/connection.ts";
import { loadMetadata, loadScript } from "./load.ts";
import { chooseAnswerer } from "./network/choose-answerer.ts";
import { checkSimulateOptions, type SimulateOptions } from "./options.ts";
import { Runs } from "./run/runs.ts";
import { Simulator } from "./simulator.ts";

export type { AccountTest } from "./authentication/account-test.ts";
export type { AuthorizeRun, ConnectRun } from "./authentication/connection.ts";
export type { AuthorizeOptions, Redirect } from "./authentication/oauth.ts";
export type { Hook } from "./hooks/received-hook.ts";
export type { HttpHandler } from "./network/by-handler.ts";
export type { SimulateOptions, Time } from "./options.ts";
export type { RecordOptions } from "./recording/options.ts";
export type {
  CallRun,
  DropdownRun,
  FieldsRun,
  HookRun,
  HydrateRun,
  LogLine,
  Outcome,
  RecordedRequest,
  RecordedResponse,
  Run,
  RunError,
  RunReport,
  SearchfillRun,
  SearchRun,
  WriteRun,
} from "./run/run.ts";
export type {
  CustomFieldsOptions,
  DropdownOptions,
  PollOptions,
  RunOptions,
  SearchOptions,
  TurnOnOptions,
  WriteOptions,
} from "./run/run-options.ts";
export type { Runtime } from "./runtime.ts";
export type { Simulator } from "./simulator.ts";
export type { FoundField } from "./steps/custom-fields.ts";
export type { Choice } from "./steps/dropdown.ts";
export type { HydratedFile } from "./steps/hydrate.ts";
export type { Place, Whose } from "./steps/read-step.ts";
export type { Zap } from "./zap.ts";

// Source: platform-facts, "Limits": 30 seconds a method, requests included.
const platformTimeLimit = 30_000;

/** Loads a script and its metadata, and connects an account. Wrong use throws a Failure. */
export async function simulate(options: SimulateOptions): Promise<Simulator> {
  checkSimulateOptions(options);
  const { time_limit = platformTimeLimit, runtime = "converted" } = options;
  const { auth_fields = {}, client_id, client_secret } = options;
  // The thread starts while the metadata is checked.
  const script = loadScript(options.script, { worker: workerUrl(), time_limit, runtime });
  try {
    const metadata = loadMetadata(options.metadata);
    const account = connectAccount(metadata.app.auth, { auth_fields, client: { client_id, client_secret } });
    const secrets = () => ({ ...account.auth_fields, client_id, client_secret });
    const answering = chooseAnswerer(options, secrets);
    const { methods, worker } = await script;
    const runs = new Runs({ methods, worker, time_limit, runtime, account, ...answering });
    const connection = new Connection({ auth: metadata.app.auth, account, runs });
    return new Simulator({ metadata, methods, runs, connection });
  } catch (error) {
    script.then(
      ({ worker }) => worker.close(),
      () => {},
    );
    throw error;
  }
}

// In the bundle this module is simulator/index.js, or part of a chunk beside that folder if the CLI shares it.
function workerUrl(): URL {
  const beside = new URL("./worker.js", import.meta.url);
  return existsSync(beside) ? beside : new URL("./simulator/worker.js", import.meta.url);
}
