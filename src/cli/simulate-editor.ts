import colors from "picocolors";
import { Failure } from "../model/failure.ts";
import type {
  DropdownRun,
  FieldsRun,
  FoundField,
  RunReport,
  Simulator,
  StepRef,
} from "../simulator/index.ts";
import { type GivenFields, type GivenValues, readFields } from "./given-values.ts";
import { count } from "./print.ts";
import { type PrintOptions, printReport, printRunError } from "./print-run.ts";
import { simulateWork } from "./simulate-work.ts";
import { type ReasonOptions, reasonOptions, type SimulatorOptions } from "./simulator-of.ts";

interface SimulateEditorOptions extends SimulatorOptions, ReasonOptions, GivenFields {}

/** The editor's work, and the way in which it is shown. */
interface EditorWork<T extends RunReport> {
  run(simulator: Simulator, fields: GivenValues): Promise<T>;
  /** A line for each result. */
  results(run: T): readonly string[];
  /** The last line, of a run that did not fail. */
  summary(run: T): string;
}

/** `zapc simulate dropdown`: opens the dynamic dropdown of a field, and shows what it offers. */
export function simulateDropdownCommand(
  step: string,
  field: string,
  options: SimulateEditorOptions & { readonly page: number },
): Promise<0 | 1> {
  const stepRef = stepRefOf(step, `open the dropdown of ${field}`);
  const { page } = options;
  return edit<DropdownRun>(options, {
    run: (simulator, fields) =>
      simulator.dropdown({ ...stepRef, field }, { fields, page, ...reasonOptions(options) }),
    results: ({ choices }) => choices.map(({ value, label }) => `${JSON.stringify(value)}  ${label}`),
    summary: ({ choices }) => `${colors.green(count(choices.length, "choice"))} for ${field}`,
  });
}

/** `zapc simulate searchfill`: runs the search that a field is connected to, and shows the value that it gives. */
export function simulateSearchfillCommand(
  step: string,
  field: string,
  options: SimulateEditorOptions,
): Promise<0 | 1> {
  const stepRef = stepRefOf(step, `run the search connector of ${field}`);
  return edit(options, {
    run: (simulator, search_fields) =>
      simulator.searchfill({ ...stepRef, field }, { search_fields, ...reasonOptions(options) }),
    results: ({ value }) => (value === undefined ? [] : [JSON.stringify(value)]),
    summary: ({ value }) =>
      value === undefined ? `nothing was found for ${field}` : `${colors.green("1 value")} for ${field}`,
  });
}

/** `zapc simulate fields`: asks for the custom fields of a step, and shows them. */
export function simulateFieldsCommand(
  step: string,
  options: SimulateEditorOptions & { readonly result?: true },
): Promise<0 | 1> {
  const stepRef = stepRefOf(step, "get custom fields");
  const { result = false } = options;
  return edit<FieldsRun>(options, {
    run: (simulator, fields) =>
      simulator.customFields(stepRef, { fields, result, ...reasonOptions(options) }),
    results: ({ fields }) => fieldLines(fields),
    summary: ({ fields }) => `${colors.green(count(fields.length, "custom field"))} of ${step}`,
  });
}

async function edit<T extends RunReport>(
  options: SimulateEditorOptions,
  editing: EditorWork<T>,
): Promise<0 | 1> {
  const fields = await readFields(options, "the fields");
  return simulateWork(options, {
    run: (simulator) => editing.run(simulator, fields),
    print: (run, shown) => print(run, editing, shown),
    runs: (run) => [run],
  });
}

async function print<T extends RunReport>(
  run: T,
  editing: EditorWork<T>,
  shown: PrintOptions,
): Promise<void> {
  for (const line of editing.results(run)) console.log(line);
  printReport(run);
  if (run.error) await printRunError(run.error, shown);
  else console.log(`\n${editing.summary(run)}`);
}

/** `due  datetime  Due Date (required)` */
function fieldLines(fields: readonly FoundField[]): string[] {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const [keys, types] = [widest(fields.map(({ key }) => key)), widest(fields.map(({ type = "" }) => type))];
  return fields.map(({ key, type = "", label, required }) => {
    const about = [label === undefined ? "" : String(label), required ? "(required)" : ""];
    return [key.padEnd(keys), type.padEnd(types), about.filter(Boolean).join(" ")].join("  ").trimEnd();
  });
}

/** `actions/create_ticket`, as the file of the step is called. */
function stepRefOf(step: string, task: string): StepRef {
  const [, folder, key = ""] = /^(triggers|actions|searches)\/(\w+)$/.exec(step) ?? [];
  if (folder === "triggers") return { trigger: key };
  if (folder === "actions") return { action: key };
  if (folder === "searches") return { search: key };
  throw new Failure(`Failed to ${task}: "${step}" names no step.`, {
    hint: "Name it as its file: triggers/new_ticket, actions/create_ticket or searches/find_ticket.",
  });
}
