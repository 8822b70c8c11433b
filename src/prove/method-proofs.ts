import type { MethodProof } from "../index.ts";
import { MethodComparison, type Subjects } from "./method-comparison.ts";
import type { Example } from "./subject.ts";
import type { CalledMethod } from "./vocabulary.ts";

/** The state of the calls. */
export interface Progress {
  /** The number of methods that were called, over all rounds. */
  readonly done: number;
  readonly all: number;
  /** The method that is called. */
  readonly method: string;
}

export interface Calls {
  readonly runs: number;
  readonly seed: number;
  /** The time after which no further call begins, as `Date.now()` has it. */
  readonly end: number;
  /** The bundles that methods got in recorded steps, by the names of the methods. */
  readonly recorded: ReadonlyMap<string, readonly Example[]>;
  readonly progress: (progress: Progress) => void;
}

/** So many made-up bundles each method gets before any method gets more: the time may be over before all are tried. */
const FIRST_RUNS = 3;

/**
 * Compares every method on each side: the simulator and, where it is installed, the platform's own runner. Gives the proofs by their side.
 */
export async function methodProofs(
  methods: readonly CalledMethod[],
  sides: readonly Subjects[],
  { runs, seed, end, recorded, progress }: Calls,
): Promise<MethodProof[][]> {
  const comparisons = methods.map((it) => sides.map((subjects) => new MethodComparison(it, subjects)));
  const first = Math.min(runs, FIRST_RUNS);
  const rounds = [
    (it: MethodComparison) => it.callWith(recorded.get(it.name) ?? [], end),
    (it: MethodComparison) => it.callWithMadeUp({ runs: first, after: 0, seed, end }),
    (it: MethodComparison) => it.callWithMadeUp({ runs, after: first, seed, end }),
  ];
  const all = rounds.length * methods.length;
  let done = 0;
  for (const round of rounds) {
    for (const [index, ofMethod] of comparisons.entries()) {
      progress({ done, all, method: methods[index]?.name ?? "" });
      for (const comparison of ofMethod) {
        // A method that differs on one side needs no search on the other.
        if (!ofMethod.some(({ differs }) => differs)) await round(comparison);
      }
      done += 1;
    }
  }
  return sides.map((_, side) => comparisons.flatMap((ofMethod) => ofMethod[side]?.proof ?? []));
}
