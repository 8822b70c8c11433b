import { DataFailure } from "../../model/failure.ts";
import { suggestion } from "../../model/nearest.ts";
import { isJson, isPlainObject } from "../json.ts";
import { kindOf } from "../shown-value.ts";
import { type FieldForm, type FieldValues, type FormField, isEmpty, isScalar } from "./form.ts";

/** Throws a Failure for what no user can fill in: a Date, a function. */
export function refuseNoJson(given: FieldValues, { kind, task }: Pick<FieldForm, "kind" | "task">): void {
  const wrong = Object.entries(given).find(([, value]) => !isJson(value));
  if (!wrong) return;
  throw new DataFailure(`Failed to ${task}: the ${kind} "${wrong[0]}" holds what JSON does not have.`, {
    hint: "Give it as the script gets it: a time as a text, 2026-03-01T09:00:00Z say.",
  });
}

/** Throws a Failure for a key that no field has. */
export function refuseUnknown(given: FieldValues, { fields, kind, task }: FieldForm): void {
  const own = fields.filter(({ type }) => type !== "copy");
  const keys = [...own.map(({ key }) => key), ...new Set(own.flatMap(({ parent_key }) => parent_key ?? []))];
  const unknown = Object.keys(given).find((key) => !keys.includes(key));
  if (unknown === undefined) return;
  throw new DataFailure(`Failed to ${task}: there is no ${kind} "${unknown}".`, {
    hint: suggestion(unknown, keys),
  });
}

/** A required field that nothing is filled in for. */
export function requiredAndEmpty(field: FormField, form: FieldForm): DataFailure {
  return new DataFailure(`Failed to ${form.task}: ${fieldName(field, form)} is required and empty.`);
}

/** Throws a Failure for a value that no input of the editor can hold, and no result of another step can give. */
export function refuseShape(field: FormField, value: unknown, form: FieldForm): void {
  const isDict = field.type === "dict";
  const entries = isDict && isPlainObject(value) ? Object.values(value) : isDict ? [[]] : [value].flat();
  if (entries.every((entry) => isScalar(entry) || entry === null || entry === undefined)) return;
  const wanted = isDict ? "an object from keys to texts" : field.list ? "a list of values" : "one value";
  throw new DataFailure(
    `Failed to ${form.task}: ${fieldName(field, form)} is ${kindOf(value)}, and must be ${wanted}.`,
  );
}

/** Throws a Failure for what a static dropdown does not offer. Source: the archived documentation, "Static Dropdown". */
export function refuseUnoffered(field: FormField, value: unknown, form: FieldForm): void {
  const offered = offeredBy(field.choices);
  if (offered.length === 0) return;
  const other = [value].flat().find((entry) => !isEmpty(entry) && !offered.includes(String(entry)));
  if (other === undefined) return;
  throw new DataFailure(
    `Failed to ${form.task}: ${fieldName(field, form)} is ${JSON.stringify(other)}, which it does not offer.`,
    { hint: `There are: ${offered.join(", ")}.` },
  );
}

/**
 * The values of a static dropdown. A custom field has its choices from the API: values, pairs of a value and a label, objects of both,
 * or an object from values to labels. Assumed: where there are none to choose from, any value is taken.
 */
function offeredBy(choices: unknown): string[] {
  if (isPlainObject(choices)) return Object.keys(choices);
  if (!Array.isArray(choices)) return [];
  return choices.flatMap((choice) => {
    const value = Array.isArray(choice) ? choice[0] : isPlainObject(choice) ? choice.value : choice;
    return isScalar(value) ? [String(value)] : [];
  });
}

/** `the action field "sku" (SKU) in line 2 of "lines"` */
function fieldName({ key, label }: FormField, { kind, place = "" }: FieldForm): string {
  return `the ${kind} "${key}" (${label})${place}`;
}
