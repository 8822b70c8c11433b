import { checkOneBuild } from "../built/metadata-file.ts";
import { readGivenMetadata } from "../inference/given-metadata.ts";
import { withoutGenerator } from "../output/generator.ts";
import { AccountConnector } from "./authentication/account-connector.ts";
import { connectAccount } from "./authentication/connect-account.ts";
import { unknownTimeZone } from "./fields/dates.ts";
import { buildIt, completedBy } from "./given-metadata.ts";
import { callTimeLimit } from "./limits.ts";
import { loadScript } from "./load.ts";
import type { Answerer } from "./network/answerer.ts";
import { chooseAnswerer } from "./network/choose-answerer.ts";
import { checkSimulateOptions, type SimulateOptions } from "./options.ts";
import { accountValues } from "./problems/credentials.ts";
import { secretsOf } from "./redaction/known-values.ts";
import { RunQueue } from "./run/run-queue.ts";
import { Simulator } from "./simulator.ts";

/** Loads a script and its metadata, and connects an account. Wrong use throws a Failure. */
export function simulate(options: SimulateOptions): Promise<Simulator> {
  return simulateWith(options, {});
}

/** The places at which zapc itself takes part in a simulation. */
export interface Between {
  /** Stands between the simulator and who answers its requests. */
  readonly around?: (answerer: Answerer) => Answerer;
  /** Is told of each method as it is called, and of nothing as it ends. */
  readonly onCall?: (method: string | undefined) => void;
}

/** As `simulate`, for those who take part in it. */
export async function simulateWith(
  options: SimulateOptions,
  { around = (answerer) => answerer, onCall = () => {} }: Between,
): Promise<Simulator> {
  checkSimulateOptions(options);
  const { time_limit = callTimeLimit, runtime = "converted", stages = false } = options;
  const { client_id, client_secret } = options;
  const auth_fields = withoutGenerator(options.auth_fields ?? {});
  const client = { client_id, client_secret };
  const clock = { now: new Date(options.now ?? Date.now()), timezone: unknownTimeZone };
  // The process starts while the metadata is checked.
  const script = loadScript(options.script, { time_limit, runtime });
  try {
    const read = readGivenMetadata(options.metadata, buildIt);
    const { methods, process, source, file } = await script;
    const loaded = completedBy({ source, methods }, read);
    const { metadata, inferred } = loaded;
    checkOneBuild({ script: { file, text: source }, metadata: { file: read.from, value: metadata } });
    const account = connectAccount(metadata.app.auth, {
      ...{ auth_fields, client, runtime, clock },
      ...(inferred && { inferred }),
    });
    const values = () => accountValues(metadata.app.auth, account.auth_fields, client);
    const answering = chooseAnswerer(options, () => secretsOf(values()));
    const answerer = around(answering.answerer);
    const shared = { methods, process, time_limit, runtime, account, client, keepsStages: stages, onCall };
    const credentials = () => values().filter(({ isCredential }) => isCredential);
    const runs = new RunQueue({ ...shared, ...answering, answerer, credentials });
    const connection = new AccountConnector({ auth: metadata.app.auth, account, runs });
    return new Simulator({ ...loaded, methods, runs, connection });
  } catch (error) {
    script.then(
      ({ process }) => process.close(),
      () => {},
    );
    throw error;
  }
}
