import type { ProofDifference, ProveOptions, RecordedProof } from "../index.ts";
import { readJson } from "../input/read-json.ts";
import { type RecordedRun, recordedRuns } from "../metadata/recorded-runs.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { differingValues } from "../simulator/differing-values.ts";
import { type Simulator, simulate } from "../simulator/index.ts";

/** The bodies of the answers in a directory of recordings: methods get them in made-up bundles, too. */
export function recordedContents(directory: string): string[] {
  const contents = recordedRuns(directory).flatMap(({ file }) => {
    const { requests = [] } = readJson({ file, what: "the recording" }) as {
      readonly requests?: readonly { readonly response?: { readonly body?: unknown } }[];
    };
    return requests.flatMap(({ response }) => (typeof response?.body === "string" ? response.body : []));
  });
  return [...new Set(contents)];
}

interface Recorded extends Pick<ProveOptions, "old" | "new" | "recordings" | "auth_fields"> {}

/** Runs each recorded step with both scripts: a recording answers their requests. */
export async function recordedDifferences(
  { old, new: other, recordings, auth_fields = {} }: Recorded,
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

interface Replaying {
  readonly run: RecordedRun;
  readonly metadata: Metadata;
  readonly auth_fields: NonNullable<ProveOptions["auth_fields"]>;
}

const does: {
  readonly [list in RecordedRun["list"]]: (sim: Simulator, run: RecordedRun) => Promise<object>;
} = {
  triggers: (sim, { key, fields }) => sim.poll(key, { trigger_fields: fields }),
  actions: (sim, { key, fields }) => sim.write(key, { action_fields: fields }),
  searches: (sim, { key, fields }) => sim.search(key, { search_fields: fields }),
};

async function stepRun(script: string, { run, metadata, auth_fields }: Replaying): Promise<unknown> {
  const simulator = await simulate({ script: `${script}\n`, metadata, auth_fields, replay: run.file });
  try {
    const done = await does[run.list](simulator, run);
    const text = JSON.stringify(done, (name, value) =>
      /^(stack|frames|script_stack)$/.test(name) ? undefined : value,
    );
    return JSON.parse(simulator.redacted(text));
  } catch (error) {
    // A request that the recording does not have, say.
    if (!(error instanceof Failure)) throw error;
    return { failure: simulator.redacted(error.fault) };
  } finally {
    await simulator.close();
  }
}
