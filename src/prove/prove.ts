import type { MethodProof, ProveOptions, ProveReport } from "../index.ts";
import { readGivenMetadata } from "../inference/given-metadata.ts";
import { ScriptSyntaxError } from "../inference/parse-script.ts";
import { readText } from "../input/read-text.ts";
import type { Metadata } from "../model/definitions.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { type Checks, checkOptions, isNumber, isObject, isPath } from "../model/option-checks.ts";
import { buildIt, completedBy } from "../simulator/given-metadata.ts";
import { countedScript } from "./counted-script.ts";
import { memberDifferences } from "./members.ts";
import type { SeenMember } from "./probed-script.ts";
import { proveMethod } from "./prove-method.ts";
import { recordedContents, recordedDifferences } from "./recorded-steps.ts";
import { Subject } from "./subject.ts";
import { calledMethods } from "./vocabulary.ts";

/** Milliseconds that one call may take: two scripts that both do not end are the same. */
const CALL_LIMIT = 5_000;
const RUNS = 20;
const SEED = 1;

const checks: Checks<ProveOptions> = {
  old: isPath,
  new: isPath,
  metadata: isPath,
  recordings: isPath,
  auth_fields: isObject,
  runs: (value) =>
    isNumber(value) !== undefined || Number(value) < 1 ? "must be a whole number, from 1" : undefined,
  seed: isNumber,
};

/** The texts of two scripts, and what is known of their integration. */
export interface Proving extends Pick<ProveOptions, "runs" | "seed" | "recordings" | "auth_fields"> {
  readonly old: string;
  readonly new: string;
  readonly metadata?: ProveOptions["metadata"] | Metadata;
}

/**
 * Compares what two scripts do: what is on their `Zap`, and every method with the same made-up bundles.
 *
 * @throws {Failure} when a script cannot be read or does not load.
 */
export async function prove({ old, new: other, ...options }: ProveOptions): Promise<ProveReport> {
  checkOptions("prove", { old, new: other, ...options }, checks);
  const hint = "Write `zapc prove OLD.js NEW.js`.";
  const read = (file: string) => readText({ file, what: "the script", hint });
  return proveScripts({ old: read(old), new: read(other), ...options });
}

/** As `prove`, with the texts of the scripts. */
export async function proveScripts(given: Proving): Promise<ProveReport> {
  const counted = countedOf(given.old);
  const subjects = {
    old: subjectOf(given.old, "the old script"),
    again: subjectOf(given.old, "the old script"),
    new: subjectOf(given.new, "the new script"),
    counted: subjectOf(counted.text, "the old script"),
  };
  try {
    const old = await membersOf(subjects.old, "the old script");
    const other = await membersOf(subjects.new, "the new script");
    const names = Object.keys(old).filter((name) => "length" in (old[name] as SeenMember));
    const metadata = metadataOf(given, names);
    const contents = given.recordings === undefined ? [] : recordedContents(given.recordings);
    const members = memberDifferences(
      { source: given.old, members: old },
      { source: given.new, members: other },
    );
    const methods: MethodProof[] = [];
    const shared = names.filter((name) => name in other);
    for (const called of calledMethods({ source: given.old, metadata, names: shared, contents }))
      methods.push(
        await proveMethod(called, subjects, { runs: given.runs ?? RUNS, seed: given.seed ?? SEED }),
      );
    const recorded = await recordedDifferences(given, metadata);
    const { passed } = subjects.counted;
    const count = (all: ReadonlyMap<number, number>) => ({
      reached: [...all.keys()].filter((id) => passed.has(id)).length,
      all: all.size,
    });
    const isEqual =
      members.length === 0 &&
      methods.every(({ differences }) => differences.length === 0) &&
      recorded.every(({ differences }) => differences.length === 0);
    return {
      ok: isEqual,
      members: { old: Object.keys(old).length, differences: members },
      methods,
      recorded,
      reached: {
        methods: { reached: methods.length, all: names.length },
        functions: count(counted.functions),
        branches: count(counted.branches),
      },
      seed: given.seed ?? SEED,
    };
  } finally {
    await Promise.all(Object.values(subjects).map((subject) => subject.close()));
  }
}

function countedOf(source: string) {
  return parsing("the old script", () => countedScript(source));
}

function subjectOf(source: string, what: string): Subject {
  return parsing(what, () => new Subject(source, CALL_LIMIT));
}

function parsing<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ScriptSyntaxError)) throw error;
    const { line, column } = error.place;
    throw new Failure(
      `Failed to prove: ${what} is not JavaScript: ${error.message} at line ${line}, column ${column}.`,
    );
  }
}

async function membersOf(subject: Subject, what: string) {
  const loaded = await subject.members();
  if ("members" in loaded) return loaded.members;
  throw new Failure(`Failed to prove: ${what} does not load: ${loaded.failure}.`, {
    hint: "The platform runs the whole file before each call. Try it: `zapc simulate --script FILE`.",
  });
}

function metadataOf({ old, metadata }: Proving, names: readonly string[]): Metadata {
  try {
    const methods = Object.fromEntries(names.map((name) => [name, 1]));
    return completedBy({ source: old, methods }, readGivenMetadata(metadata, buildIt)).metadata;
  } catch (error) {
    // Without the right metadata nothing can be compared.
    if (!(error instanceof DataFailure)) throw error;
    throw new Failure(error.fault, error.hint === undefined ? {} : { hint: error.hint });
  }
}
