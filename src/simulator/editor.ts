import { checkFieldAddress, checkStepRef } from "./arguments.ts";
import type { LoadedMetadata } from "./given-metadata.ts";
import { checkOptions } from "./options.ts";
import type { DropdownRun, FieldsRun, SearchfillRun } from "./run/run.ts";
import type { CustomFieldsOptions, DropdownOptions, SearchOptions } from "./run/run-options.ts";
import type { RunQueue } from "./run/run-queue.ts";
import { runReason } from "./steps/bundle.ts";
import { customFields } from "./steps/custom-fields.ts";
import { choicesOf, readDropdown, searchfillOf, valueAt } from "./steps/dropdown.ts";
import { manage } from "./steps/managed-call.ts";
import {
  customFieldsOf,
  type FieldAddress,
  filledSoFar,
  readingFor,
  type StepRef,
} from "./steps/read-step.ts";
import { searched } from "./steps/search.ts";
import { shaped, shapeList } from "./steps/shape.ts";
import { pollCall } from "./steps/trigger.ts";

interface EditorParts extends LoadedMetadata {
  readonly runs: RunQueue;
}

/** The platform's work while a user edits a Zap. */
export class Editor {
  readonly #parts: EditorParts;

  constructor(parts: EditorParts) {
    this.#parts = parts;
  }

  /** Opens the dynamic dropdown of a field: `sim.dropdown({ action: "create_ticket", field: "queue" })`. */
  async dropdown(address: FieldAddress, options: DropdownOptions): Promise<DropdownRun> {
    checkFieldAddress(address, "open a dropdown");
    const task = `open the dropdown of ${address.field}`;
    checkOptions(task, options, "dropdown");
    const { step, prefill, page } = readDropdown(address, options, readingFor(task, options, this.#parts));
    const reason = runReason({ ...options, meta: { prefill: true, page, ...options.meta } });
    return this.#parts.runs.run(task, {
      reason,
      edits: options.edits,
      work: async (on) => shaped(await manage(pollCall(step), on), shapeList, on),
      outputOf: (items = []) => ({ choices: choicesOf(items, prefill) }),
    });
  }

  /** Runs the search that a field is connected to: its match gives the field's value. */
  async searchfill(address: FieldAddress, options: SearchOptions): Promise<SearchfillRun> {
    checkFieldAddress(address, "run a search connector");
    const task = `run the search connector of ${address.field}`;
    checkOptions(task, options, "search");
    const { search, value } = searchfillOf(address, readingFor(task, options, this.#parts));
    return searched(search, options, {
      ...this.#parts,
      outputOf({ item }) {
        const given = item && valueAt(item, value);
        return { ...(given !== undefined && { value: given }) };
      },
    });
  }

  /** Asks for custom fields: `sim.customFields({ action: "create_ticket" })`. */
  async customFields(step: StepRef, options: CustomFieldsOptions): Promise<FieldsRun> {
    checkStepRef(step, "get custom fields");
    const task = `get the custom fields of ${Object.values(step)[0]}`;
    checkOptions(task, options, "customFields");
    const { fields = {}, result = false } = options;
    const reading = readingFor(task, options, this.#parts);
    const of = customFieldsOf(step, result, reading);
    const filled = filledSoFar(of, fields, reading);
    return this.#parts.runs.run(task, {
      reason: runReason(options),
      edits: options.edits,
      work: (on) => customFields(of, filled, on),
      outputOf: (found = []) => ({ fields: found }),
    });
  }
}
