import { dirname, resolve } from "node:path";
import type { MethodProof, ProveOptions, ProveReport } from "../index.ts";
import { readGivenMetadata } from "../inference/given-metadata.ts";
import { ScriptSyntaxError } from "../inference/parse-script.ts";
import { readText } from "../input/read-text.ts";
import type { Metadata } from "../model/definitions.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import {
  checkOptions,
  isFlag,
  isNumber,
  isObject,
  isPath,
  type OptionChecks,
} from "../model/option-checks.ts";
import { buildIt, completedBy } from "../simulator/given-metadata.ts";
import { type CountedScript, countedScript } from "./counted-script.ts";
import { memberDifferences } from "./members.ts";
import type { Subjects } from "./method-comparison.ts";
import { methodProofs, type Progress } from "./method-proofs.ts";
import type { ProbedMember, ProbedMembers } from "./probed-script.ts";
import { readRecordings, recordedDifferences } from "./recorded-steps.ts";
import { type OnRunner, runnerSubjects } from "./runner/runner-subjects.ts";
import { SimulatedSubject } from "./simulated-subject.ts";
import type { Subject } from "./subject.ts";
import { calledMethods } from "./vocabulary.ts";

/** Milliseconds that one call may take: two scripts that both do not end are the same. */
const CALL_LIMIT = 5_000;
const RUNS = 20;
const SEED = 1;
/** Seconds after which no further method is called. */
const TIME_LIMIT = 300;

const checks: OptionChecks<ProveOptions> = {
  old: isPath,
  new: isPath,
  metadata: isPath,
  recordings: isPath,
  auth_fields: isObject,
  runs: (value) =>
    isNumber(value) !== undefined || Number(value) < 1 ? "must be a whole number, from 1" : undefined,
  seed: isNumber,
  time_limit: isNumber,
  runner: isFlag,
};

/** The texts of two scripts, and what is known of their integration. */
export interface ProofInput extends Omit<ProveOptions, "old" | "new" | "metadata"> {
  readonly old: string;
  readonly new: string;
  readonly metadata?: ProveOptions["metadata"] | Metadata;
  /** The folders that the platform's own runner is looked for in. */
  readonly folders?: readonly string[];
  /** Hears how far the calls are. */
  readonly progress?: (progress: Progress) => void;
}

/**
 * Compares two scripts: the members of their `Zap`, and every method with the same bundles.
 *
 * @throws {Failure} when a script cannot be read or does not load.
 */
export async function prove(
  { old, new: other, ...options }: ProveOptions,
  progress?: ProofInput["progress"],
): Promise<ProveReport> {
  checkOptions("prove", { old, new: other, ...options }, checks);
  const hint = "Write `zapc prove OLD.js NEW.js`.";
  const read = (file: string) => readText({ file, what: "the script", hint });
  const texts = { old: read(old), new: read(other) };
  const folders = [".", dirname(old), dirname(other)].map((folder) => resolve(folder));
  return proveScripts({ ...texts, ...options, folders, ...(progress && { progress }) });
}

/** Does the same as `prove`, with the texts of the scripts. */
export async function proveScripts(given: ProofInput): Promise<ProveReport> {
  const end = Date.now() + (given.time_limit ?? TIME_LIMIT) * 1000;
  const counted = countedOf(given.old);
  const simulated = {
    old: subjectOf(given.old, "the old script"),
    again: subjectOf(given.old, "the old script"),
    new: subjectOf(given.new, "the new script"),
    counted: subjectOf(counted.text, "the old script"),
  };
  try {
    const members = {
      old: await membersOf(simulated.old, "the old script"),
      new: await membersOf(simulated.new, "the new script"),
    };
    const runner = await onRunner(given);
    try {
      const report = await compared(given, { simulated, runner, members, end });
      return {
        ...report,
        reached: reachedIn(report, { members, counted, passed: simulated.counted.passed }),
      };
    } finally {
      if ("subjects" in runner) await closeAll(runner.subjects);
    }
  } finally {
    await closeAll(simulated);
  }
}

interface LoadedScripts {
  readonly simulated: Subjects;
  readonly runner: OnRunner;
  readonly members: { readonly old: ProbedMembers; readonly new: ProbedMembers };
  /** The time after which no further call begins, as `Date.now()` has it. */
  readonly end: number;
}

/** All rungs, with scripts that load. */
async function compared(
  given: ProofInput,
  { simulated, runner, members, end }: LoadedScripts,
): Promise<Omit<ProveReport, "reached">> {
  const metadata = metadataOf(given, methodsIn(members.old));
  const { contents, examples } = await readRecordings(given, metadata);
  const shared = methodsIn(members.old).filter((name) => name in members.new);
  const called = calledMethods({ source: given.old, metadata, names: shared, contents });
  const sides = [simulated, ...("subjects" in runner ? [runner.subjects] : [])];
  const { runs = RUNS, seed = SEED, progress = () => {} } = given;
  const calls = { runs, seed, end, recorded: examples, progress };
  const [methods = [], methodsOnRunner = []] = await methodProofs(called, sides, calls);
  const time_is_over = Date.now() > end;
  const recorded = await recordedDifferences(given, metadata);
  const differences = memberDifferences(
    { source: given.old, members: members.old },
    { source: given.new, members: members.new },
  );
  const found = [differences, ...[...methods, ...methodsOnRunner, ...recorded].map((it) => it.differences)];
  return {
    ok: found.every(({ length }) => length === 0),
    members: { old: Object.keys(members.old).length, differences },
    methods,
    runner:
      "subjects" in runner
        ? { version: runner.version, methods: methodsOnRunner }
        : { not_run_because: runner.because },
    recorded,
    time_is_over,
    seed,
  };
}

interface CoverageCounts {
  readonly members: LoadedScripts["members"];
  readonly counted: CountedScript;
  /** The counters that were passed. */
  readonly passed: ReadonlySet<number>;
}

function reachedIn(
  { methods }: Pick<ProveReport, "methods">,
  { members, counted, passed }: CoverageCounts,
): ProveReport["reached"] {
  const count = (all: ReadonlyMap<number, number>) => ({
    reached: [...all.keys()].filter((id) => passed.has(id)).length,
    all: all.size,
  });
  return {
    methods: { reached: methods.filter(isCalled).length, all: methodsIn(members.old).length },
    functions: count(counted.functions),
    branches: count(counted.branches),
  };
}

function methodsIn(members: ProbedMembers): string[] {
  return Object.keys(members).filter((name) => "length" in (members[name] as ProbedMember));
}

async function closeAll(subjects: Subjects): Promise<void> {
  await Promise.all(Object.values(subjects).map((subject: Subject) => subject.close()));
}

function isCalled({ runs, recorded }: MethodProof): boolean {
  return runs + recorded > 0;
}

async function onRunner({ runner = true, folders = [], ...scripts }: ProofInput): Promise<OnRunner> {
  if (!runner) return { because: "that was left out." };
  return runnerSubjects({ old: scripts.old, new: scripts.new, folders, time_limit: CALL_LIMIT });
}

function countedOf(source: string) {
  return parsing("the old script", () => countedScript(source));
}

function subjectOf(source: string, what: string): SimulatedSubject {
  return parsing(what, () => new SimulatedSubject(source, CALL_LIMIT));
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

async function membersOf(subject: SimulatedSubject, what: string) {
  const loaded = await subject.members();
  if ("members" in loaded) return loaded.members;
  throw new Failure(`Failed to prove: ${what} does not load: ${loaded.failure.replace(/\.$/, "")}.`, {
    hint: "The platform runs the whole file before each call. Try it: `zapc simulate --script FILE`.",
  });
}

function metadataOf({ old, metadata }: ProofInput, names: readonly string[]): Metadata {
  try {
    const methods = Object.fromEntries(names.map((name) => [name, 1]));
    return completedBy({ source: old, methods }, readGivenMetadata(metadata, buildIt)).metadata;
  } catch (error) {
    // Without the right metadata nothing can be compared.
    if (!(error instanceof DataFailure)) throw error;
    throw new Failure(error.fault, error.hint === undefined ? {} : { hint: error.hint });
  }
}
