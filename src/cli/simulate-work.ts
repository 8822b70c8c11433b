import { compare, type Simulator } from "../simulator/index.ts";
import { printComparison } from "./print-comparison.ts";
import { type SimulatorOptions, simulateOptionsOf, simulatorOf } from "./simulator-of.ts";

/** What a command has a simulator do, and how it is shown. */
export interface Work<T> {
  run(simulator: Simulator): Promise<T>;
  /** Shows people what happened. */
  print(done: T): Promise<void>;
  hasFailed(done: T): boolean;
}

/** Does the work and shows what happened; with `--compare`, does it on both runtimes and shows what differs. */
export async function simulateWork<T>(options: SimulatorOptions, work: Work<T>): Promise<0 | 1> {
  if (options.compare) return compareRuntimes(options, work);
  const simulator = await simulatorOf(options);
  try {
    const done = await work.run(simulator);
    if (options.json) console.log(JSON.stringify(done, null, 2));
    else await work.print(done);
    return work.hasFailed(done) ? 1 : 0;
  } finally {
    await simulator.close();
  }
}

/** The exit code tells whether both give the same. */
async function compareRuntimes<T>(options: SimulatorOptions, { run }: Work<T>): Promise<0 | 1> {
  const comparison = await compare(await simulateOptionsOf(options), run);
  if (options.json) console.log(JSON.stringify(comparison, null, 2));
  else printComparison(comparison);
  return comparison.differences.length > 0 ? 1 : 0;
}
