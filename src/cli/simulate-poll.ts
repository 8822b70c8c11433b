import colors from "picocolors";
import { compare, type Run, type Simulator } from "../simulator/index.ts";
import { count } from "./print.ts";
import { printComparison } from "./print-comparison.ts";
import { printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { type SimulatorOptions, simulateOptionsOf, simulatorOf } from "./simulator-of.ts";

interface SimulatePollOptions extends SimulatorOptions {
  readonly fields?: string;
  readonly compare?: true;
}

/** `zapc simulate poll`: polls one trigger once, and shows what happened. */
export async function simulatePollCommand(trigger: string, options: SimulatePollOptions): Promise<0 | 1> {
  const trigger_fields =
    options.fields !== undefined ? await readObject(options.fields, "the trigger fields") : {};
  const poll = (simulator: Simulator) => simulator.poll(trigger, { trigger_fields });
  if (options.compare) return comparePolls(options, poll);
  const simulator = await simulatorOf(options);
  try {
    const run = await poll(simulator);
    if (options.json) console.log(JSON.stringify(run, null, 2));
    else {
      for (const item of run.items) console.log(JSON.stringify(item, null, 2));
      printReport(run);
      if (run.error) await printRunError(run.error, options.dist);
      else console.log(`\n${colors.green(count(run.items.length, "item"))} from ${trigger}`);
    }
    return run.error ? 1 : 0;
  } finally {
    await simulator.close();
  }
}

/** The exit code tells whether both give the same. */
async function comparePolls(
  options: SimulatePollOptions,
  poll: (simulator: Simulator) => Promise<Run>,
): Promise<0 | 1> {
  const comparison = await compare(await simulateOptionsOf(options), poll);
  if (options.json) console.log(JSON.stringify(comparison, null, 2));
  else printComparison(comparison);
  return comparison.differences.length > 0 ? 1 : 0;
}
