import { existsSync } from "node:fs";
import { connectAccount } from "./authentication/connect-account.ts";
import { Connection } from "./authentication/connection.ts";
import { callTimeLimit } from "./limits.ts";
import { loadMetadata, loadScript } from "./load.ts";
import type { Answerer } from "./network/answerer.ts";
import { chooseAnswerer } from "./network/choose-answerer.ts";
import { checkSimulateOptions, type SimulateOptions } from "./options.ts";
import { Runs } from "./run/runs.ts";
import { Simulator } from "./simulator.ts";

/** Loads a script and its metadata, and connects an account. Wrong use throws a Failure. */
export function simulate(options: SimulateOptions): Promise<Simulator> {
  return simulateWith(options, (answerer) => answerer);
}

/** As `simulate`, with something between the simulator and who answers its requests. */
export async function simulateWith(
  options: SimulateOptions,
  between: (answerer: Answerer) => Answerer,
): Promise<Simulator> {
  checkSimulateOptions(options);
  const { time_limit = callTimeLimit, runtime = "converted" } = options;
  const { auth_fields = {}, client_id, client_secret } = options;
  const client = { client_id, client_secret };
  // The thread starts while the metadata is checked.
  const script = loadScript(options.script, { worker: workerUrl(), time_limit, runtime });
  try {
    const metadata = loadMetadata(options.metadata);
    const account = connectAccount(metadata.app.auth, { auth_fields, client });
    const secrets = () => ({ ...account.auth_fields, ...client });
    const answering = chooseAnswerer(options, secrets);
    const answerer = between(answering.answerer);
    const { methods, worker } = await script;
    const shared = { methods, worker, time_limit, runtime, account, client };
    const runs = new Runs({ ...shared, ...answering, answerer });
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

// In the bundle this module is part of simulator/index.js, or part of a chunk beside that folder if the CLI shares it.
function workerUrl(): URL {
  const beside = new URL("./worker.js", import.meta.url);
  return existsSync(beside) ? beside : new URL("./simulator/worker.js", import.meta.url);
}
