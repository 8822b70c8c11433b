import { join } from "node:path";
import { type Runtime, type Simulator, simulate } from "../simulator/index.ts";
import { readObject } from "./read-object.ts";

/** What every `zapc simulate` is told. */
export interface SimulatorOptions {
  readonly auth?: string;
  readonly dist: string;
  readonly urlBase?: string;
  readonly now?: string;
  readonly runtime: Runtime;
  readonly json?: true;
}

/** Loads the built file, with the account of `--auth`. */
export async function simulatorOf({
  auth,
  dist,
  urlBase,
  now,
  runtime,
}: SimulatorOptions): Promise<Simulator> {
  // The names that the platform's own tools give them.
  const { CLIENT_ID, CLIENT_SECRET } = process.env;
  return simulate({
    script: join(dist, "zap.js"),
    metadata: join(dist, "metadata.json"),
    auth_fields: auth === undefined ? {} : await readObject(auth, "the auth fields"),
    runtime,
    ...(CLIENT_ID !== undefined && { client_id: CLIENT_ID }),
    ...(CLIENT_SECRET !== undefined && { client_secret: CLIENT_SECRET }),
    ...(urlBase !== undefined && { url_base: urlBase }),
    ...(now !== undefined && { now }),
  });
}
