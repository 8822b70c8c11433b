import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { readJson } from "../input/read-json.ts";
import { Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";
import { type Simulator, simulate } from "../simulator/index.ts";

/** The items that a step returned on the simulator. */
export interface StepResults {
  readonly list: "triggers" | "actions" | "searches";
  readonly key: string;
  readonly items: readonly unknown[];
}

/** The options for replaying a directory of recordings. */
export interface ReplayOptions {
  /** The path of zap.js. */
  readonly script: string;
  /** The path of metadata.json. */
  readonly metadata: string;
  /** The account, as it was when the recordings were made; its secrets need not be the same. */
  readonly auth_fields: { readonly [key: string]: unknown };
}

/** A recording of one step: `triggers/new_ticket.json` in its directory, with what the user filled in beside it. */
export interface RecordedRun {
  readonly file: string;
  readonly list: StepResults["list"];
  readonly key: string;
  /** The fields of `new_ticket.fields.json`. */
  readonly fields: { readonly [key: string]: unknown };
}

const lists = ["triggers", "actions", "searches"] as const;

/**
 * The recordings of a directory, in the order of their steps.
 *
 * @throws {Failure} when there is no such directory, or no recording in it.
 */
export function recordedRuns(directory: string): RecordedRun[] {
  const runs = lists.flatMap((list) =>
    namesIn(directory, list)
      .filter((name) => name.endsWith(".json") && !name.endsWith(".fields.json"))
      .map((name) => {
        const key = name.slice(0, -".json".length);
        const file = join(directory, list, name);
        return { file, list, key, fields: fieldsOf(join(directory, list, `${key}.fields.json`)) };
      }),
  );
  if (runs.length > 0) return runs;
  throw new Failure(`Failed to read the recordings from ${directory}: there is none in it.`, {
    hint: "Record a step into it: `zapc simulate poll new_ticket --record DIR/triggers/new_ticket.json`. Its `--fields` stand beside it, in new_ticket.fields.json.",
  });
}

function namesIn(directory: string, list: string): string[] {
  try {
    return readdirSync(join(directory, list)).sort();
  } catch (error) {
    if (existsSync(directory) && Object(error).code === "ENOENT") return [];
    throw new Failure(`Failed to read the recordings from ${directory}: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

function fieldsOf(file: string): RecordedRun["fields"] {
  if (!existsSync(file)) return {};
  const fields = readJson({ file, what: "the fields" });
  if (typeof fields === "object" && fields !== null && !Array.isArray(fields))
    return fields as RecordedRun["fields"];
  throw new Failure(`Failed to read the fields from ${file}: it is not a JSON object.`);
}

const does: {
  readonly [list in StepResults["list"]]: (sim: Simulator, run: RecordedRun) => Promise<ReplayResult>;
} = {
  triggers: async (sim, { key, fields }) => {
    const { items, error } = await sim.poll(key, { trigger_fields: fields });
    return { items, error };
  },
  actions: async (sim, { key, fields }) => {
    const { result, error } = await sim.write(key, { action_fields: fields });
    return { items: result === undefined ? [] : [result], error };
  },
  searches: async (sim, { key, fields }) => {
    const { result, error } = await sim.search(key, { search_fields: fields });
    return { items: result === undefined ? [] : [result], error };
  },
};

interface ReplayResult {
  readonly items: readonly unknown[];
  readonly error: { readonly name: string; readonly message: string } | undefined;
}

/** The app's credentials for OAuth. A recording holds none, and no signature is compared: any will do. */
const client = { client_id: "any-client-id", client_secret: "any-client-secret" };

/**
 * Gives the result of a step on the simulator from its recording.
 *
 * @throws {Failure} when the recording does not fit the script any more, or the run fails.
 */
export async function replayed(
  run: RecordedRun,
  { auth_fields, ...files }: ReplayOptions,
): Promise<StepResults> {
  const simulator = await simulate({ ...files, ...client, auth_fields, replay: run.file });
  try {
    const { items, error } = await does[run.list](simulator, run);
    // A script may return or throw what is known of the account.
    const redacted = (text: string) => simulator.redacted(text);
    if (!error) return { list: run.list, key: run.key, items: withTexts(items, redacted) };
    const why = redacted(`${error.name}: ${error.message}`);
    throw new Failure(`Failed to replay ${relative("", run.file)}: ${why}`, {
      hint: "Record it again: `zapc simulate --record`.",
    });
  } finally {
    await simulator.close();
  }
}

/** The same items with each text as the function gives it. */
function withTexts(items: readonly unknown[], change: (text: string) => string): unknown[] {
  return JSON.parse(JSON.stringify(items), (_, value) => (typeof value === "string" ? change(value) : value));
}
