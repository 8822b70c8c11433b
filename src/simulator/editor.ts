import type { Metadata } from "../model/definitions.ts";
import { refuseNoJson } from "./fields/field-values.ts";
import { checkOptions } from "./options.ts";
import type { DropdownRun, FieldsRun, SearchfillRun } from "./run/run.ts";
import type { CustomFieldsOptions, DropdownOptions, SearchOptions } from "./run/run-options.ts";
import type { Runs } from "./run/runs.ts";
import { reasonOf } from "./steps/bundle.ts";
import { customFields } from "./steps/custom-fields.ts";
import { choicesOf, readDropdown, searchfillOf, valueAt } from "./steps/dropdown.ts";
import { manage } from "./steps/managed-call.ts";
import { type Place, readingFor, triggerStep, type Whose, whoseFields } from "./steps/read-step.ts";
import { runSearch } from "./steps/search.ts";
import { shapeList } from "./steps/shape.ts";
import { pollCall } from "./steps/trigger.ts";

interface Parts {
  readonly metadata: Metadata;
  readonly runs: Runs;
}

/** What the platform does while a user edits a Zap. */
export class Editor {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens the dynamic dropdown of a field: `sim.dropdown({ action: "create_ticket", field: "queue" })`. */
  async dropdown(place: Place, options: DropdownOptions): Promise<DropdownRun> {
    const task = `open the dropdown of ${place.field}`;
    checkOptions(task, options, "dropdown");
    const { step, prefill, page } = readDropdown(place, options, readingFor(task, options, this.#parts));
    const reason = reasonOf({ ...options, meta: { prefill: true, page, ...options.meta } });
    const { result: items = [], ...report } = await this.#parts.runs.run(task, reason, async (on) =>
      shapeList(await manage(pollCall(step), on)),
    );
    return { ...report, choices: choicesOf(items, prefill) };
  }

  /** Runs the search that a field is connected to: its match gives the field's value. */
  async searchfill(place: Place, options: SearchOptions): Promise<SearchfillRun> {
    const task = `run the search connector of ${place.field}`;
    checkOptions(task, options, "search");
    const { search, value } = searchfillOf(place, readingFor(task, options, this.#parts));
    const { items: _, created: __, result, ...report } = await runSearch(search, options, this.#parts);
    const found = result && valueAt(result, value);
    return { ...report, ...(found !== undefined && { value: found }) };
  }

  /** Asks for custom fields: `sim.customFields({ action: "create_ticket" })`. */
  async customFields(whose: Whose, options: CustomFieldsOptions): Promise<FieldsRun> {
    const task = `get the custom fields of ${Object.values(whose)[0]}`;
    checkOptions(task, options, "customFields");
    const { fields = {}, result = false } = options;
    const reading = { ...readingFor(task, options, this.#parts), unfinished: true } as const;
    refuseNoJson(fields, { task, kind: "field" });
    const of = whoseFields(whose, result, reading);
    // Source: scripting-methods, for actions and searches: "raw"; web-builder-docs, "Version 2", for triggers: "coerced".
    const filled =
      of.kind === "trigger"
        ? triggerStep(of.step.key, { trigger_fields: fields }, reading).trigger_fields
        : fields;
    const run = await this.#parts.runs.run(task, reasonOf(options), (on) => customFields(of, filled, on));
    const { result: found = [], ...report } = run;
    return { ...report, fields: found };
  }
}
