import { join } from "node:path";
import type { Meta, ZapInfo } from "../model/bundles/shared.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { type Runtime, type SimulateOptions, type Simulator, simulate } from "../simulator/index.ts";
import { readObject } from "./read-object.ts";

/** The options of every `zapc simulate`. */
export interface SimulatorOptions {
  readonly auth?: string;
  readonly dist: string;
  /** In place of the script in `dist`. */
  readonly script?: string;
  /** In place of the metadata in `dist`. */
  readonly metadata?: string;
  readonly urlBase?: string;
  readonly now?: string;
  readonly record?: string;
  /** True if files are replaced that zapc did not write. */
  readonly force?: true;
  readonly replay?: string;
  readonly runtime?: Runtime;
  /** Both runtimes. */
  readonly compare?: true;
  readonly json?: true;
  /** Prints credentials, too. */
  readonly showSecrets?: true;
}

/** Why the platform asks, and for which Zap. The simulator says what is wrong with it. */
export interface ReasonOptions {
  readonly meta?: Meta;
  readonly zap?: ZapInfo;
}

/** The reason, as a run is given it. */
export function reasonOptions({ meta, zap }: ReasonOptions): ReasonOptions {
  return { ...(meta && { meta }), ...(zap && { zap }) };
}

/** Loads the built file, with the account of `--auth`. */
export async function simulatorOf(options: SimulatorOptions): Promise<Simulator> {
  const given = await simulateOptionsOf(options);
  return simulate(given).catch((error) => {
    if (!(error instanceof Failure) || error.hint !== undefined || !error.fault.includes("auth field"))
      throw error;
    const given = { hint: accountHint, cause: error };
    // Without --auth it is wrong use, with it the file is wrong.
    throw options.auth === undefined ? new Failure(error.fault, given) : new DataFailure(error.fault, given);
  });
}

const accountHint = "Name a JSON file with what the user typed to connect the account: --auth FILE.";

/** The options of the command as those of `simulate`. */
export async function simulateOptionsOf(options: SimulatorOptions): Promise<SimulateOptions> {
  const { auth, dist, script, urlBase, now, runtime, record, force, replay } = options;
  const metadata = options.metadata ?? (script === undefined ? join(dist, "metadata.json") : undefined);
  // The names that the platform's own tools give them.
  const { CLIENT_ID, CLIENT_SECRET } = process.env;
  return {
    script: script ?? join(dist, "zap.js"),
    ...(metadata !== undefined && { metadata }),
    auth_fields: {
      ...authFieldsIn(process.env),
      ...(auth !== undefined && (await readObject(auth, "the auth fields", { isSecret: true }))),
    },
    ...(runtime !== undefined && { runtime }),
    ...(CLIENT_ID !== undefined && { client_id: CLIENT_ID }),
    ...(CLIENT_SECRET !== undefined && { client_secret: CLIENT_SECRET }),
    ...(urlBase !== undefined && { url_base: urlBase }),
    ...(now !== undefined && { now }),
    ...(record !== undefined && { record: { file: record, ...(force && { force }) } }),
    ...(replay !== undefined && { replay }),
  };
}

/** `authData_api_key=…` in the environment: so `zapier-platform invoke` names an account's fields, too. */
function authFieldsIn(environment: NodeJS.ProcessEnv): { [key: string]: string } {
  const prefix = "authData_";
  const given = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value] as const] : [],
  );
  return Object.fromEntries(given);
}
