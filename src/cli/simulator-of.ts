import { join } from "node:path";
import { type Runtime, type SimulateOptions, type Simulator, simulate } from "../simulator/index.ts";
import { readObject } from "./read-object.ts";

/** What every `zapc simulate` is told. */
export interface SimulatorOptions {
  readonly auth?: string;
  readonly dist: string;
  readonly urlBase?: string;
  readonly now?: string;
  readonly record?: string;
  readonly replay?: string;
  readonly runtime?: Runtime;
  /** Both runtimes. */
  readonly compare?: true;
  readonly json?: true;
}

/** Loads the built file, with the account of `--auth`. */
export async function simulatorOf(options: SimulatorOptions): Promise<Simulator> {
  return simulate(await simulateOptionsOf(options));
}

/** The options of the command as those of `simulate`. */
export async function simulateOptionsOf(options: SimulatorOptions): Promise<SimulateOptions> {
  const { auth, dist, urlBase, now, runtime, record, replay } = options;
  // The names that the platform's own tools give them.
  const { CLIENT_ID, CLIENT_SECRET } = process.env;
  return {
    script: join(dist, "zap.js"),
    metadata: join(dist, "metadata.json"),
    auth_fields: auth === undefined ? {} : await readObject(auth, "the auth fields"),
    ...(runtime !== undefined && { runtime }),
    ...(CLIENT_ID !== undefined && { client_id: CLIENT_ID }),
    ...(CLIENT_SECRET !== undefined && { client_secret: CLIENT_SECRET }),
    ...(urlBase !== undefined && { url_base: urlBase }),
    ...(now !== undefined && { now }),
    ...(record !== undefined && { record }),
    ...(replay !== undefined && { replay }),
  };
}
