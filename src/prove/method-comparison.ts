import fc from "fast-check";
import type { MethodProof, ProofDifference } from "../index.ts";
import type { Method } from "../model/methods.ts";
import { schemaName, validate } from "../model/validate.ts";
import { type DifferingValue, differingValues } from "../simulator/differing-values.ts";
import { examplesOf } from "./bundles.ts";
import { smallerExample } from "./smaller-example.ts";
import { type Example, isStrictModeError, type Observed, type Subject, saysNotIterable } from "./subject.ts";
import type { CalledMethod } from "./vocabulary.ts";

/** The scripts that are called: the old one once more, which tells its noise, and once more with counters. */
export interface Subjects {
  readonly old: Subject;
  readonly again: Subject;
  readonly new: Subject;
  /** Absent where nothing is counted. */
  readonly counted?: Subject;
}

/** The number of calls of a method, and their end. */
export interface Effort {
  /** The number of made-up bundles, of those that the seed gives. */
  readonly runs: number;
  /** The number of them that it was called with before. */
  readonly after: number;
  readonly seed: number;
  /** The time after which no further call begins, as `Date.now()` has it. */
  readonly end: number;
}

/** Milliseconds after which no smaller example is looked for. */
const SHRINKING_LIMIT = 20_000;
/** So many calls of one method may take all of their time: a method that never calls back does so each time. */
const MOST_LATE = 2;

/** Calls one method of both scripts with the same examples. */
export class MethodComparison {
  readonly #called: CalledMethod;
  readonly #subjects: Subjects;
  readonly #noise = new Set<string>();
  readonly #tolerated = new Set<string>();
  /** The errors that only the new script throws, and only where the platform rejects the old one's result. */
  readonly #failsSooner = new Set<string>();
  readonly #outcomes = { returned: 0, threw: 0, late: 0 };
  #recorded = 0;
  #differences: readonly ProofDifference[] = [];
  #example: Example | undefined;

  constructor(called: CalledMethod, subjects: Subjects) {
    this.#called = called;
    this.#subjects = subjects;
  }

  /** In `Zap`. */
  get name(): string {
    return this.#called.name;
  }

  get differs(): boolean {
    return this.#example !== undefined;
  }

  /** Calls it with recorded bundles. It keeps the smallest part of a bundle that shows a difference. */
  async callWith(examples: readonly Example[], end: number): Promise<void> {
    for (const example of examples) {
      if (this.#isSettled(end)) return;
      this.#recorded += 1;
      const differences = await this.#differencesWith(example);
      if (differences.length === 0) continue;
      const until = Math.min(end, Date.now() + SHRINKING_LIMIT);
      const smallest = await smallerExample(
        example,
        async (it) => Date.now() < until && (await this.#quickDifferences(it)).length > 0,
      );
      this.#conclude(smallest, await this.#quickDifferences(smallest));
    }
  }

  /** Calls it with made-up bundles. It keeps the smallest example of a difference that it finds. */
  async callWithMadeUp({ runs, after, seed, end }: Effort): Promise<void> {
    if (runs === after || this.#isSettled(end)) return;
    const { method, words, keepsState } = this.#called;
    let failing: readonly ProofDifference[] = [];
    let until = end;
    let tried = 0;
    // fast-check takes an exception for a difference, and looks for a smaller example of it.
    const errors: unknown[] = [];
    const differs = fc.asyncProperty(examplesOf(method.bundle, words), async (example) => {
      tried += 1;
      if (tried <= after || errors.length > 0 || this.#isSettled(until)) return true;
      // Smaller examples of a difference need no counts, and their noise is looked at in the end.
      const differences = await (failing.length === 0
        ? this.#differencesWith(example, { goesOn: !keepsState && tried > after + 1 })
        : this.#quickDifferences(example)
      ).catch((error) => {
        errors.push(error);
        return [];
      });
      if (differences.length === 0) return true;
      if (failing.length === 0) until = Math.min(end, Date.now() + SHRINKING_LIMIT);
      failing = differences;
      return false;
    });
    const { counterexample } = await fc.check(differs, { numRuns: runs, seed });
    if (errors.length > 0) throw errors[0];
    const [smallest] = counterexample ?? [];
    if (!smallest) return;
    const differences = await this.#differencesWith(smallest);
    // A difference that is not there a second time is the noise of the new script, or of a machine under load.
    if (differences.length === 0) for (const { path } of failing) this.#noise.add(path);
    this.#conclude(smallest, differences);
  }

  get proof(): MethodProof {
    return {
      name: this.name,
      runs: this.#calls - this.#recorded,
      recorded: this.#recorded,
      ...this.#outcomes,
      differences: this.#differences,
      ...(this.#example && { example: this.#example }),
      noise: [...this.#noise].sort(),
      no_longer_leaked: [...this.#tolerated].sort(),
      fails_sooner: [...this.#failsSooner].sort(),
    };
  }

  get #calls(): number {
    const { returned, threw, late } = this.#outcomes;
    return returned + threw + late;
  }

  /** Tells whether further calls say nothing new: a difference is known, or the next call does not end, either. */
  #isSettled(end: number): boolean {
    return this.differs || this.#outcomes.late >= MOST_LATE || Date.now() > end;
  }

  #conclude(example: Example, differences: readonly ProofDifference[]): void {
    if (differences.length === 0) return;
    this.#example = example;
    this.#differences = differences;
  }

  /** @param goesOn - calls it in the evaluations of the call before; a difference counts if it is there in fresh ones, too. */
  async #differencesWith(
    example: Example,
    { goesOn = false }: { readonly goesOn?: boolean } = {},
  ): Promise<readonly ProofDifference[]> {
    const { old, again, new: other, counted } = this.#subjects;
    const { name } = this;
    const isFirst = this.#calls === 0;
    const [was, is, once] = await Promise.all([
      old.observe(name, example, { goesOn }),
      other.observe(name, example, { goesOn }),
      isFirst ? again.observe(name, example) : undefined,
      counted?.observe(name, example, { goesOn: true }),
    ]);
    if (goesOn && this.#sorted(was, is).differences.length > 0) return this.#differencesWith(example);
    this.#outcomes[was.late ? "late" : was.error ? "threw" : "returned"] += 1;
    if (once) this.#addNoise(was, once);
    const found = this.#sorted(was, is);
    if (once || found.differences.length === 0) return this.#toldDifferences(found);
    this.#addNoise(was, await again.observe(name, example));
    return this.#toldDifferences(this.#sorted(was, is));
  }

  async #quickDifferences(example: Example): Promise<readonly ProofDifference[]> {
    const { old, new: other } = this.#subjects;
    const { name } = this;
    const [was, is] = await Promise.all([old.observe(name, example), other.observe(name, example)]);
    return this.#sorted(was, is).differences;
  }

  #addNoise(one: Observed, other: Observed): void {
    for (const { path } of differingValues(one, other)) this.#noise.add(path);
  }

  #toldDifferences({ tolerated, failsSooner, differences }: SortedDifferences): readonly ProofDifference[] {
    for (const name of tolerated) this.#tolerated.add(name);
    if (failsSooner !== undefined) this.#failsSooner.add(failsSooner);
    return differences;
  }

  /** Sorts out what is no difference: noise, globals that the new script no longer makes, and failures that come sooner. */
  #sorted(old: Observed, other: Observed): SortedDifferences {
    // A call that is cut off may have sent more or fewer of its requests each time.
    if (old.late && other.late) return { tolerated: [], differences: [] };
    if (failsOnlyInStrictMode(old, other) && isRejected(old.result, this.#called.method))
      return { tolerated: [], failsSooner: other.error?.message ?? "", differences: [] };
    const isSameFailure = ({ path, one, other }: DifferingValue) =>
      path === "/error/message" && saysNotIterable(one) && saysNotIterable(other);
    const isNoise = (path: string) => [...this.#noise].some((it) => path === it || path.startsWith(`${it}/`));
    const found = differingValues(old, other).filter((it) => !isNoise(it.path) && !isSameFailure(it));
    const isTolerated = (it: DifferingValue) => it.path.startsWith("/leaked/") && it.other === undefined;
    return {
      tolerated: found.filter(isTolerated).map(({ path }) => path.slice("/leaked/".length)),
      differences: found
        .filter((it) => !isTolerated(it))
        .map(({ path, one, other }): ProofDifference => ({ path, old: one, new: other })),
    };
  }
}

interface SortedDifferences {
  /** The globals that only the old script makes. */
  readonly tolerated: readonly string[];
  /** The error of the new script, where the platform rejects the result of the old one. */
  readonly failsSooner?: string;
  readonly differences: readonly ProofDifference[];
}

/** `item.id = 1`, where `item` is a text or a number */
function failsOnlyInStrictMode(old: Observed, other: Observed): boolean {
  return !old.error && !old.late && isStrictModeError(other.error);
}

/** Tells whether the platform accepts no such result of a method. */
function isRejected(result: unknown, { kind, result: type }: Method): boolean {
  return kind !== "hydrator" && validate(schemaName(type), result ?? null).length > 0;
}
