import colors from "picocolors";
import {
  compare,
  type Run,
  type RunReport,
  type SearchRun,
  type Simulator,
  type WriteRun,
} from "../simulator/index.ts";
import { count } from "./print.ts";
import { printComparison } from "./print-comparison.ts";
import { printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { type SimulatorOptions, simulateOptionsOf, simulatorOf } from "./simulator-of.ts";

interface SimulateStepOptions extends SimulatorOptions {
  readonly fields?: string;
  readonly create?: string;
  readonly compare?: true;
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

/** Shows what happened, or with `--compare` what differs between the runtimes. */
async function simulateStep<T extends RunReport>(
  kind: Kind<T>,
  key: string,
  options: SimulateStepOptions,
): Promise<0 | 1> {
  const filled = {
    fields: options.fields !== undefined ? await readObject(options.fields, kind.fields) : {},
    ...(options.create !== undefined && { create: await readObject(options.create, write.fields) }),
  };
  const run = (simulator: Simulator) => kind.run(simulator, key, filled);
  if (options.compare) return compareRuns(options, run);
  const simulator = await simulatorOf(options);
  try {
    const done = await run(simulator);
    if (options.json) console.log(JSON.stringify(done, null, 2));
    else {
      for (const result of kind.results(done)) console.log(JSON.stringify(result, null, 2));
      printReport(done);
      if (done.error) await printRunError(done.error, options.dist);
      else console.log(`\n${kind.summary(done, key)}`);
    }
    return done.error ? 1 : 0;
  } finally {
    await simulator.close();
  }
}

/** The exit code tells whether both give the same. */
async function compareRuns(
  options: SimulateStepOptions,
  run: (simulator: Simulator) => Promise<RunReport>,
): Promise<0 | 1> {
  const comparison = await compare(await simulateOptionsOf(options), run);
  if (options.json) console.log(JSON.stringify(comparison, null, 2));
  else printComparison(comparison);
  return comparison.differences.length > 0 ? 1 : 0;
}

/** The commands, by the names that they have behind `zapc simulate`. */
export const stepCommands = {
  poll: (key: string, options: SimulateStepOptions) => simulateStep(poll, key, options),
  write: (key: string, options: SimulateStepOptions) => simulateStep(write, key, options),
  search: (key: string, options: SimulateStepOptions) => simulateStep(search, key, options),
};
