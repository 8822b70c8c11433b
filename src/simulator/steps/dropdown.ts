import type { Json } from "../../model/bundles/shared.ts";
import type { ActionField, StepField } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { ownValue } from "../fields/form.ts";
import { isPlainObject } from "../json.ts";
import type { Choice } from "../run/run.ts";
import type { DropdownOptions } from "../run/run-options.ts";
import { type FieldAddress, fieldsOf, type StepReadOptions, triggerStep } from "./read-step.ts";
import type { TriggerStep } from "./trigger.ts";

/** `projects.id.title`, taken apart. */
export interface Prefill {
  readonly trigger: string;
  readonly value: string;
  readonly label: string;
}

/** The poll that fills a dropdown. Wrong use throws a Failure. */
export function readDropdown(
  address: FieldAddress,
  { fields = {}, page = 0 }: DropdownOptions,
  reading: StepReadOptions,
): { prefill: Prefill; step: TriggerStep; page: number } {
  const prefill = prefillOf(address, reading);
  // Assumed: the trigger gets of what the user has filled in so far what it has fields for.
  const step = triggerStep(prefill.trigger, { trigger_fields: fields }, { ...reading, unfinished: true });
  if (page === 0 || step.trigger.paging) return { prefill, step, page };
  throw new Failure(`Failed to ${reading.task}: the trigger "${prefill.trigger}" has one page only.`, {
    hint: "Set paging: true in the trigger; scripting then finds the page in bundle.meta.page.",
  });
}

/** The source of a field's dynamic dropdown; a Failure when it has none. */
function prefillOf(address: FieldAddress, reading: StepReadOptions): Prefill {
  const [trigger, value, label] = partsOf(address, "prefill", reading);
  return { trigger, value, label } as Prefill;
}

/** The search that a field is connected to, and the property of its match that is taken; a Failure when there is none. */
export function searchfillOf(
  address: FieldAddress,
  reading: StepReadOptions,
): { search: string; value: string } {
  const [search, value] = partsOf(address, "searchfill", reading);
  return { search, value } as { search: string; value: string };
}

function partsOf(
  address: FieldAddress,
  property: "prefill" | "searchfill",
  reading: StepReadOptions,
): string[] {
  const { task } = reading;
  const fields: readonly (StepField & Pick<ActionField, "searchfill">)[] = fieldsOf(address, reading);
  const field = fields.find(({ key }) => key === address.field);
  const text = field?.[property];
  if (text !== undefined) return text.split(".");
  const others = fields.flatMap((other) => (other[property] === undefined ? [] : [other.key]));
  const hint = others.length > 0 ? `These have one: ${others.join(", ")}.` : undefined;
  throw new Failure(`Failed to ${task}: the field "${address.field}" has no ${property}.`, { hint });
}

/** The items of the trigger as lines of a dropdown. */
export function choicesOf(items: readonly Json[], { value, label }: Prefill): Choice[] {
  return items.map((item) => ({ value: valueAt(item, value), label: valueAt(item, label) }));
}

/** `meta__label` leads to what is nested. Source: the archived documentation, "Accessing Nested Keys". */
export function valueAt(item: Json, key: string): Json | undefined {
  if (!isPlainObject(item)) return undefined;
  if (Object.hasOwn(item, key)) return item[key] as Json;
  return key
    .split("__")
    .reduce<Json | undefined>(
      (at, part) => (isPlainObject(at) ? (ownValue(at, part) as Json) : undefined),
      item,
    );
}
