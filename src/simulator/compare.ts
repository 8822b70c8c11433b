import { Failure } from "../model/failure.ts";
import { checkWork } from "./arguments.ts";
import { differingValues } from "./differing-values.ts";
import { RepeatedAnswers } from "./network/repeated-answers.ts";
import { checkSimulateOptions, type SimulateOptions } from "./options.ts";
import type { Runtime } from "./runtime.ts";
import { simulateWith } from "./simulate.ts";
import type { Simulator } from "./simulator.ts";

/** The results of the same work on both runtimes. */
export interface Comparison<T> {
  readonly converted: T;
  readonly legacy: T;
  /** Empty when it is the same. */
  readonly differences: Difference[];
}

/** A value that is not the same on both runtimes; undefined where one has none. */
export interface Difference {
  /** A JSON pointer into what the work gave: `/items/0/title`. */
  readonly path: string;
  readonly converted: unknown;
  readonly legacy: unknown;
}

/**
 * Does the same on both runtimes, at the same time of the script's clock, each with an account and a memory of its own:
 * `compare(options, (sim) => sim.poll("new_dataset"))`. A request of both is answered once. Wrong use throws a Failure.
 */
export async function compare<T>(
  options: Omit<SimulateOptions, "runtime">,
  work: (simulator: Simulator) => Promise<T>,
): Promise<Comparison<T>> {
  const example = 'compare(options, (sim) => sim.poll("new_ticket"))';
  checkWork(work, { task: "compare the runtimes", example });
  checkSimulateOptions(options);
  if (options.record !== undefined) {
    throw new Failure("Failed to compare the runtimes: record writes down what one of them asks.", {
      hint: "Record it with simulate, and compare with replay.",
    });
  }
  // A replay has a time of its own.
  const both = { ...(options.replay === undefined && { now: new Date() }), ...options };
  const answers = new RepeatedAnswers();
  const on = async (runtime: Runtime) => {
    const simulator = await simulateWith(
      { ...both, runtime },
      { around: (answerer) => answers.wrap(answerer) },
    );
    try {
      return await work(simulator);
    } finally {
      await simulator.close();
    }
  };
  const converted = await on("converted");
  answers.startRun();
  const legacy = await on("legacy");
  const differences = differingValues(asJson(converted), asJson(legacy)).map(
    ({ path, one, other }): Difference => ({ path, converted: one, legacy: other }),
  );
  return { converted, legacy, differences };
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
