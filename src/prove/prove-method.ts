import fc from "fast-check";
import type { MethodProof, ProofDifference } from "../index.ts";
import { type DifferingValue, differingValues } from "../simulator/differing-values.ts";
import { examplesOf } from "./bundles.ts";
import type { Example } from "./example.ts";
import type { Observed, Subject } from "./subject.ts";
import type { CalledMethod } from "./vocabulary.ts";

/** The scripts that are called: the old one twice, which tells its noise, and once more with counters. */
export interface Subjects {
  readonly old: Subject;
  readonly again: Subject;
  readonly new: Subject;
  readonly counted: Subject;
}

/** Milliseconds after which no smaller example is looked for. */
const SHRINKING_LIMIT = 20_000;
/** So many calls of one method may take all of their time: a method that never calls back does so each time. */
const MOST_LATE = 2;

/** Calls one method of both scripts with the same examples. It gives the smallest example of a difference that it has found. */
export async function proveMethod(
  { name, method, words }: CalledMethod,
  subjects: Subjects,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<MethodProof> {
  const noise = new Set<string>();
  const tolerated = new Set<string>();
  const outcomes = { returned: 0, threw: 0, late: 0 };
  const differencesWith = async (example: Example): Promise<ProofDifference[]> => {
    const compared = await compare(name, example, subjects);
    for (const path of compared.noise) noise.add(path);
    for (const path of compared.tolerated) tolerated.add(path);
    outcomes[compared.outcome] += 1;
    return compared.differences;
  };
  let failing: ProofDifference[] = [];
  const differs = fc.asyncProperty(examplesOf(method.bundle, words), async (example) => {
    // The next one will not end, either.
    if (outcomes.late >= MOST_LATE) return true;
    // Smaller examples of a difference need no counts, and their noise is looked at in the end.
    const differences = await (failing.length === 0
      ? differencesWith(example)
      : quickDifferences(name, example, { subjects, noise: [...noise] }));
    if (differences.length > 0) failing = differences;
    return differences.length === 0;
  });
  const checked = await fc.check(differs, {
    ...{ numRuns: runs, seed, interruptAfterTimeLimit: SHRINKING_LIMIT, markInterruptAsFailure: false },
  });
  const [smallest] = checked.counterexample ?? [];
  const differences = smallest ? await differencesWith(smallest) : [];
  // A difference that is not there a second time is the noise of the new script, or of a machine under load.
  if (smallest && differences.length === 0) for (const { path } of failing) noise.add(path);
  return {
    name,
    runs: outcomes.returned + outcomes.threw + outcomes.late,
    ...outcomes,
    differences,
    ...(differences.length > 0 && { example: smallest ?? {} }),
    noise: [...noise].sort(),
    no_longer_leaked: [...tolerated].sort(),
  };
}

interface Compared {
  readonly differences: ProofDifference[];
  /** The paths at which two runs of the old script differ. */
  readonly noise: readonly string[];
  /** The globals that only the old script makes. */
  readonly tolerated: readonly string[];
  /** The end of the old script's method. */
  readonly outcome: "returned" | "threw" | "late";
}

async function compare(name: string, example: Example, subjects: Subjects): Promise<Compared> {
  const [old, again, other] = await Promise.all([
    subjects.old.observe(name, example),
    subjects.again.observe(name, example),
    subjects.new.observe(name, example),
    subjects.counted.observe(name, example, { goesOn: true }),
  ]);
  const noise = differingValues(old, again).map(({ path }) => path);
  const outcome = old.late ? "late" : old.error ? "threw" : "returned";
  return { ...sorted(old, other, noise), noise, outcome };
}

async function quickDifferences(
  name: string,
  example: Example,
  { subjects, noise }: { readonly subjects: Subjects; readonly noise: readonly string[] },
): Promise<ProofDifference[]> {
  const { old, new: other } = subjects;
  const [was, is] = await Promise.all([old.observe(name, example), other.observe(name, example)]);
  return sorted(was, is, noise).differences;
}

/** Sorts out what is no difference: noise, and globals that the new script no longer makes. */
function sorted(
  old: Observed,
  other: Observed,
  noise: readonly string[],
): Pick<Compared, "differences" | "tolerated"> {
  const isNoise = (path: string) => noise.some((it) => path === it || path.startsWith(`${it}/`));
  const found = differingValues(old, other).filter(({ path }) => !isNoise(path));
  const isTolerated = (it: DifferingValue) => it.path.startsWith("/leaked/") && it.other === undefined;
  return {
    tolerated: found.filter(isTolerated).map(({ path }) => path.slice("/leaked/".length)),
    differences: found
      .filter((it) => !isTolerated(it))
      .map(({ path, one, other }): ProofDifference => ({ path, old: one, new: other })),
  };
}
