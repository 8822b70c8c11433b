import colors from "picocolors";
import { checkReplaceable, type OutputFile, writeFiles } from "../output/write-files.ts";
import type { HydrateRun } from "../simulator/index.ts";
import { readInput } from "./input.ts";
import { count } from "./print.ts";
import { type PrintOptions, printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { simulateWork } from "./simulate-work.ts";
import { type ReasonOptions, reasonOptions, type SimulatorOptions } from "./simulator-of.ts";

/** `zapc simulate call`: calls one method with a bundle of the user's, and shows what it returns. */
export async function simulateCallCommand(
  method: string,
  options: SimulatorOptions & { readonly bundle: string },
): Promise<0 | 1> {
  const bundle = await readObject(options.bundle, "the bundle");
  return simulateWork(options, {
    run: (simulator) => simulator.call(method, bundle),
    async print(run, shown) {
      if (run.result !== undefined) console.log(JSON.stringify(run.result, null, 2));
      printReport(run);
      if (run.error) await printRunError(run.error, shown);
      else console.log(`\n${colors.green(run.outcome)}: ${method}`);
    },
    runs: (run) => [run],
  });
}

interface HydrateOptions extends SimulatorOptions, ReasonOptions {
  readonly save?: string;
}

/** `zapc simulate hydrate`: follows a pointer, and shows what it stands for. */
export async function simulateHydrateCommand(
  given: string | undefined,
  options: HydrateOptions,
): Promise<0 | 1> {
  const pointer = await readPointer(given);
  const { save, force } = options;
  const target = save === undefined ? undefined : { file: save, isOwn: isUnknown };
  if (target) checkReplaceable([target], { force });
  return simulateWork(options, {
    async run(simulator) {
      const run = await simulator.hydrate(pointer, reasonOptions(options));
      if (run.file && target) writeFiles([{ ...target, content: run.file.content }], { force });
      return run;
    },
    print: (run, shown) => printHydrated(run, options, shown),
    runs: (run) => [run],
  });
}

/** A pointer as it stands in a result is JSON, with its quotation marks escaped. */
async function readPointer(given: string | undefined): Promise<string> {
  const isPointer = given?.includes("hydrate|||");
  const text = (isPointer ? (given as string) : (await readInput(given, "the pointer")).text).trim();
  try {
    const value = JSON.parse(/^".*"$/s.test(text) ? text : `"${text}"`);
    return String(value);
  } catch {
    return text;
  }
}

async function printHydrated(run: HydrateRun, { save }: HydrateOptions, shown: PrintOptions): Promise<void> {
  if (run.result !== undefined) console.log(JSON.stringify(run.result, null, 2));
  if (run.file)
    console.log(`${run.file.filename}  ${count(run.file.length, "byte")} of ${run.file.content_type}`);
  printReport(run);
  if (run.error) await printRunError(run.error, shown);
  else console.log(`\n${colors.green(run.outcome)}${run.file && save ? `: written to ${save}` : ""}`);
}

/** Nothing in a file of an API says who wrote it. */
const isUnknown: OutputFile["isOwn"] = () => false;
