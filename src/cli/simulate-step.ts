import colors from "picocolors";
import type { Run, RunReport, SearchRun, Simulator, WriteRun } from "../simulator/index.ts";
import { count } from "./print.ts";
import { printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { simulateWork } from "./simulate-work.ts";
import type { SimulatorOptions } from "./simulator-of.ts";

interface SimulateStepOptions extends SimulatorOptions {
  readonly fields?: string;
  readonly create?: string;
}

type Fields = { readonly [key: string]: unknown };

/** What the user filled in, for the step and for the action that creates what a search does not find. */
interface Filled {
  readonly fields: Fields;
  readonly create?: Fields;
}

/** One kind of step: how it is run, and what is shown of its run. */
interface Kind<T extends RunReport> {
  /** What `--fields` holds. */
  readonly fields: string;
  run(simulator: Simulator, key: string, filled: Filled): Promise<T>;
  /** What later steps of the Zap can use. */
  results(run: T): readonly unknown[];
  /** The last line, of a run that did not fail. */
  summary(run: T, key: string): string;
}

/** `zapc simulate poll`: polls one trigger once. */
const poll: Kind<Run> = {
  fields: "the trigger fields",
  run: (simulator, key, { fields }) => simulator.poll(key, { trigger_fields: fields }),
  results: ({ items }) => items,
  summary: ({ items }, key) => `${colors.green(count(items.length, "item"))} from ${key}`,
};

/** `zapc simulate write`: runs one action once. */
const write: Kind<WriteRun> = {
  fields: "the action fields",
  run: (simulator, key, { fields }) => simulator.write(key, { action_fields: fields }),
  results: ({ result }) => (result ? [result] : []),
  summary: ({ outcome }, key) => `${colors.green(outcome)}: ${key}`,
};

/** `zapc simulate search`: searches once. */
const search: Kind<SearchRun> = {
  fields: "the search fields",
  run: (simulator, key, { fields, create }) =>
    simulator.search(key, {
      search_fields: fields,
      ...(create && { create: { action_fields: create } }),
    }),
  results: ({ result }) => (result ? [result] : []),
  summary: ({ items, created }, key) =>
    `${colors.green(count(items.length, "match", "matches"))} from ${key}${created ? ", and created one" : ""}`,
};

/** Runs the step, and shows what happened. */
async function simulateStep<T extends RunReport>(
  kind: Kind<T>,
  key: string,
  options: SimulateStepOptions,
): Promise<0 | 1> {
  const filled = {
    fields: options.fields !== undefined ? await readObject(options.fields, kind.fields) : {},
    ...(options.create !== undefined && { create: await readObject(options.create, write.fields) }),
  };
  return simulateWork(options, {
    run: (simulator) => kind.run(simulator, key, filled),
    async print(run) {
      for (const result of kind.results(run)) console.log(JSON.stringify(result, null, 2));
      printReport(run);
      if (run.error) await printRunError(run.error, options.dist);
      else console.log(`\n${kind.summary(run, key)}`);
    },
    hasFailed: ({ error }) => error !== undefined,
  });
}

/** The commands, by the names that they have behind `zapc simulate`. */
export const stepCommands = {
  poll: (key: string, options: SimulateStepOptions) => simulateStep(poll, key, options),
  write: (key: string, options: SimulateStepOptions) => simulateStep(write, key, options),
  search: (key: string, options: SimulateStepOptions) => simulateStep(search, key, options),
};
