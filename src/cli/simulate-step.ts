import colors from "picocolors";
import { parseJson } from "../input/read-json.ts";
import { DataFailure } from "../model/failure.ts";
import type { FoundField, Run, RunReport, SearchRun, Simulator, WriteRun } from "../simulator/index.ts";
import { isPlainObject } from "../simulator/json.ts";
import { type GivenFields, type GivenValues, readFields } from "./given-values.ts";
import { readInput } from "./input.ts";
import { count } from "./print.ts";
import { printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { simulateWork } from "./simulate-work.ts";
import { type ReasonOptions, reasonOptions, type SimulatorOptions } from "./simulator-of.ts";

interface SimulateStepOptions extends SimulatorOptions, ReasonOptions, GivenFields {
  readonly customFields?: string;
  readonly create?: string;
}

/** The user's values, for the step and for the action that creates what a search does not find; and the reason of the run. */
interface StepInput {
  readonly fields: GivenValues;
  readonly custom: { readonly custom_fields?: readonly FoundField[] };
  readonly create?: GivenValues;
  readonly reason: ReasonOptions;
}

/** One kind of step: how it is run, and what is shown of its run. */
interface StepWork<T extends RunReport> {
  /** The content of `--fields`, for messages. */
  readonly fields: string;
  run(simulator: Simulator, key: string, filled: StepInput): Promise<T>;
  /** The results that later steps of the Zap can use. */
  results(run: T): readonly unknown[];
  /** The last line, of a run that did not fail. */
  summary(run: T, key: string): string;
  /** The effect that remains though the run failed. */
  done?(run: T): string | undefined;
}

/** `zapc simulate poll`: polls one trigger once. */
const poll: StepWork<Run> = {
  fields: "the trigger fields",
  run: (simulator, key, { fields, reason }) => simulator.poll(key, { trigger_fields: fields, ...reason }),
  results: ({ items }) => items,
  summary: ({ items }, key) => `${colors.green(count(items.length, "item"))} from ${key}`,
};

/** `zapc simulate write`: runs one action once. */
const write: StepWork<WriteRun> = {
  fields: "the action fields",
  run: (simulator, key, { fields, custom, reason }) =>
    simulator.write(key, { action_fields: fields, ...custom, ...reason }),
  results: ({ result }) => (result ? [result] : []),
  summary: ({ outcome }, key) => `${colors.green(outcome)}: ${key}`,
};

/** `zapc simulate search`: searches once. */
const search: StepWork<SearchRun> = {
  fields: "the search fields",
  run: (simulator, key, { fields, custom, create, reason }) =>
    simulator.search(key, {
      search_fields: fields,
      ...custom,
      ...(create && { create: { action_fields: create } }),
      ...reason,
    }),
  results: ({ result }) => (result ? [result] : []),
  summary: ({ items, created }, key) =>
    `${colors.green(count(items.length, "match", "matches"))} from ${key}${created ? ", and created one" : ""}`,
  done: ({ created }) => (created ? "The action has created one before that." : undefined),
};

/** Runs the step, and shows what happened. */
async function simulateStep<T extends RunReport>(
  kind: StepWork<T>,
  key: string,
  options: SimulateStepOptions,
): Promise<0 | 1> {
  const { customFields, create } = options;
  const filled: StepInput = {
    fields: await readFields(options, kind.fields),
    custom: customFields === undefined ? {} : { custom_fields: await readCustomFields(customFields) },
    ...(create !== undefined && { create: await readObject(create, write.fields) }),
    reason: reasonOptions(options),
  };
  return simulateWork(options, {
    run: (simulator) => kind.run(simulator, key, filled),
    async print(run, shown) {
      for (const result of kind.results(run)) console.log(JSON.stringify(result, null, 2));
      printReport(run);
      if (!run.error) return console.log(`\n${kind.summary(run, key)}`);
      await printRunError(run.error, shown);
      const done = kind.done?.(run);
      if (done) console.error(`  ${done}`);
    },
    runs: (run) => [run],
  });
}

/** A list of fields, or what `zapc simulate fields --json` prints. */
async function readCustomFields(file: string): Promise<readonly FoundField[]> {
  const { name, text } = await readInput(file, "the custom fields");
  const value = parseJson(text, { file: name, what: "the custom fields" });
  const fields = isPlainObject(value) ? value.fields : value;
  if (Array.isArray(fields) && fields.every((field) => isPlainObject(field) && typeof field.key === "string"))
    return fields;
  throw new DataFailure(`Failed to read the custom fields from ${name}: it is not a list of fields.`, {
    hint: 'It must be what `zapc simulate fields --json` prints, or a list: [{ "key": "due", "type": "datetime" }].',
  });
}

/** The commands, by the names that they have behind `zapc simulate`. */
export const stepCommands = {
  poll: (key: string, options: SimulateStepOptions) => simulateStep(poll, key, options),
  write: (key: string, options: SimulateStepOptions) => simulateStep(write, key, options),
  search: (key: string, options: SimulateStepOptions) => simulateStep(search, key, options),
};
