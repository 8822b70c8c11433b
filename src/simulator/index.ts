/** Runs a compiled zap.js as the platform would: `import { simulate } from "zapc/simulator"`. */
import { existsSync } from "node:fs";
import { connectAccount } from "./authentication/connect-account.ts";
import { loadMetadata, loadScript } from "./load.ts";
import { checkSimulateOptions, readTime, type SimulateOptions } from "./options.ts";
import { Simulator } from "./simulator.ts";

export type { SimulateOptions, Time } from "./options.ts";
export type { HttpHandler } from "./request/network.ts";
export type {
  CallRun,
  LogLine,
  Outcome,
  PollOptions,
  RecordedRequest,
  RecordedResponse,
  Run,
  RunError,
} from "./run/run.ts";
export type { Simulator } from "./simulator.ts";

// Source: platform-facts, "Limits": 30 seconds a method, requests included.
const platformTimeLimit = 30_000;

/** Loads a script and its metadata, and connects an account. Wrong use throws a Failure. */
export async function simulate(options: SimulateOptions): Promise<Simulator> {
  checkSimulateOptions(options);
  const { time_limit = platformTimeLimit, http, url_base, now } = options;
  const { auth_fields = {}, client_id, client_secret } = options;
  // The thread starts while the metadata is checked.
  const script = loadScript(options.script, { worker: workerUrl(), time_limit });
  try {
    const metadata = loadMetadata(options.metadata);
    const account = connectAccount(metadata.app.auth, { auth_fields, client: { client_id, client_secret } });
    return new Simulator({
      metadata,
      account,
      ...(await script),
      network: { http, url_base },
      time_limit,
      ...(now !== undefined && { now: readTime("simulate", now) }),
    });
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
