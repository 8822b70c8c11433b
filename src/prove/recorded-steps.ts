import type { ProofDifference, ProveOptions, RecordedProof } from "../index.ts";
import { readJson } from "../input/read-json.ts";
import { type RecordedRun, recordedRuns } from "../metadata/recorded-runs.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { differingValues } from "../simulator/differing-values.ts";
import { type RecordedRequest, type RunReport, type Simulator, simulate } from "../simulator/index.ts";
import type { Example, MadeAnswer } from "./subject.ts";

/** The parts of recordings that single methods are called with. */
export interface RecordedExamples {
  /** The bodies of the answers: methods get them in made-up bundles, too. */
  readonly contents: readonly string[];
  /** The bundles that the old script's methods got, by the names of the methods, with the answers to their requests. */
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}

interface Recordings extends Pick<ProveOptions, "old" | "new" | "recordings" | "auth_fields"> {}

/** Replays recorded steps with the old script, and keeps what its methods got. */
export async function readRecordings(
  { old, recordings, auth_fields = {} }: Recordings,
  metadata: Metadata,
): Promise<RecordedExamples> {
  if (recordings === undefined) return { contents: [], examples: new Map() };
  const contents = new Set<string>();
  const examples = new Map<string, Example[]>();
  for (const run of recordedRuns(recordings)) {
    for (const text of contentsOf(run.file)) contents.add(text);
    const { requests, logs } = await withSimulator(
      `${old}\n;${tellBundles}`,
      { run, metadata, auth_fields },
      (simulator) => does[run.list](simulator, run),
    ).catch(nothingRecorded);
    for (const { method, text } of logs) {
      if (!text.startsWith(mark)) continue;
      const answers = requests.filter((it) => it.script_method === method).flatMap(answerOf);
      const example = { bundle: JSON.parse(text.slice(mark.length)), answers };
      examples.set(method, [...(examples.get(method) ?? []), example]);
    }
  }
  return { contents: [...contents], examples };
}

function contentsOf(file: string): string[] {
  const { requests = [] } = readJson({ file, what: "the recording" }) as {
    readonly requests?: readonly { readonly response?: { readonly body?: unknown } }[];
  };
  return requests.flatMap(({ response }) => (typeof response?.body === "string" ? response.body : []));
}

function answerOf({ response }: RecordedRequest): MadeAnswer[] {
  if (!response) return [];
  const { status, headers, body } = response;
  const content = typeof body === "string" ? body : Buffer.from(body.base64, "base64").toString("utf8");
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return [{ status, headers: Object.fromEntries(flat), content }];
}

/** The beginning of the line of a log that holds a bundle. */
const mark = "zapc prove, bundle: ";

/** Stands behind a script: its methods write the bundles that they get to the log. */
const tellBundles = `(function (log, stringify) {
  for (var key in Zap) (function (name, method) {
    if (typeof method !== "function") return;
    function told(bundle, given) {
      log(${JSON.stringify(mark)} + stringify(bundle));
      return method.apply(Zap, given);
    }
    Zap[name] = method.length > 1
      ? function (bundle, callback) { return told(bundle, arguments); }
      : function (bundle) { return told(bundle, arguments); };
  })(key, Zap[key]);
})(console.log, JSON.stringify);
`;

/** Runs each recorded step with both scripts: a recording answers their requests. */
export async function recordedDifferences(
  { old, new: other, recordings, auth_fields = {} }: Recordings,
  metadata: Metadata,
): Promise<RecordedProof[]> {
  if (recordings === undefined) return [];
  const proofs: RecordedProof[] = [];
  for (const run of recordedRuns(recordings)) {
    const on = (script: string) => stepRun(script, { run, metadata, auth_fields });
    const [was, again, is] = [await on(old), await on(old), await on(other)];
    const noise = differingValues(was, again).map(({ path }) => path);
    const differences = differingValues(was, is)
      .filter(({ path }) => !noise.some((it) => path === it || path.startsWith(`${it}/`)))
      .map(({ path, one, other }): ProofDifference => ({ path, old: one, new: other }));
    proofs.push({ step: `${run.list}/${run.key}`, file: run.file, differences, noise });
  }
  return proofs;
}

interface ReplayInput {
  readonly run: RecordedRun;
  readonly metadata: Metadata;
  readonly auth_fields: NonNullable<ProveOptions["auth_fields"]>;
}

const does: {
  readonly [list in RecordedRun["list"]]: (sim: Simulator, run: RecordedRun) => Promise<RunReport>;
} = {
  triggers: (sim, { key, fields }) => sim.poll(key, { trigger_fields: fields }),
  actions: (sim, { key, fields }) => sim.write(key, { action_fields: fields }),
  searches: (sim, { key, fields }) => sim.search(key, { search_fields: fields }),
};

async function stepRun(script: string, replaying: ReplayInput): Promise<unknown> {
  return withSimulator(script, replaying, async (simulator) => {
    try {
      const done = await does[replaying.run.list](simulator, replaying.run);
      const text = JSON.stringify(done, (name, value) =>
        /^(stack|frames|script_stack)$/.test(name) ? undefined : value,
      );
      return JSON.parse(simulator.redacted(text));
    } catch (error) {
      // A request that the recording does not have, say.
      if (!(error instanceof Failure)) throw error;
      return { failure: simulator.redacted(error.fault) };
    }
  });
}

async function withSimulator<T>(
  script: string,
  { run, metadata, auth_fields }: ReplayInput,
  work: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  const simulator = await simulate({ script: `${script}\n`, metadata, auth_fields, replay: run.file });
  try {
    return await work(simulator);
  } finally {
    await simulator.close();
  }
}

/** A recording that does not fit the old script: the comparison of the steps tells why. */
function nothingRecorded(error: unknown): Pick<RunReport, "requests" | "logs"> {
  if (!(error instanceof Failure)) throw error;
  return { requests: [], logs: [] };
}
