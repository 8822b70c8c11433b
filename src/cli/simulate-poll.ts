import colors from "picocolors";
import { count } from "./print.ts";
import { printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { type SimulatorOptions, simulatorOf } from "./simulator-of.ts";

interface SimulatePollOptions extends SimulatorOptions {
  readonly fields?: string;
}

/** `zapc simulate poll`: polls one trigger once, and shows what happened. */
export async function simulatePollCommand(trigger: string, options: SimulatePollOptions): Promise<0 | 1> {
  const simulator = await simulatorOf(options);
  try {
    const trigger_fields =
      options.fields !== undefined ? await readObject(options.fields, "the trigger fields") : {};
    const run = await simulator.poll(trigger, { trigger_fields });
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
