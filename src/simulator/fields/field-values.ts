import { closest } from "fastest-levenshtein";
import type { ActionField, Field } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { type Clock, coerce } from "./coerce.ts";

export type FieldValues = { readonly [key: string]: unknown };

interface Form {
  readonly fields: readonly (Field & Pick<ActionField, "parent_key">)[];
  /** What the form is called in messages: `trigger field`. */
  readonly kind: string;
  /** What could not be done when a value is wrong: `poll new_dataset`. */
  readonly task: string;
  /** The user is not done yet: what is missing, and what no field is there for, does no harm. */
  readonly unfinished?: true;
  /** By default the present, in UTC. */
  readonly clock?: Clock;
}

type FormField = Form["fields"][number];

/** What scripting sees of what the user filled in. An optional field that is left empty is not there. */
export function readFieldValues(given: FieldValues, form: Form): FieldValues {
  refuseNoJson(given, form);
  if (!form.unfinished) refuseUnknown(given, form);
  const values = form.fields.flatMap((field): [string, unknown][] => {
    const value = filledIn(field, given[field.key], form);
    if (value === undefined) return [];
    refuseUnoffered(field, value, form);
    return [[field.key, coerced(field, value, form.clock ?? { now: new Date(), timezone: "UTC" })]];
  });
  return Object.fromEntries(values);
}

/** What the user wrote, without what is empty. */
export function rawFieldValues(given: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => !isEmpty(value)));
}

/** Throws a Failure for what no user can fill in: a Date, a function. */
export function refuseNoJson(given: FieldValues, { kind, task }: Pick<Form, "kind" | "task">): void {
  const wrong = Object.entries(given).find(([, value]) => !isJson(value, []));
  if (!wrong) return;
  throw new Failure(`Failed to ${task}: the ${kind} "${wrong[0]}" holds what JSON does not have.`, {
    hint: "Give it as the script gets it: a time as a text, 2026-03-01T09:00:00Z say.",
  });
}

function isJson(value: unknown, within: readonly object[]): boolean {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean")
    return true;
  if (typeof value !== "object") return Number.isFinite(value);
  // Not `instanceof`: a test's environment may have objects of its own.
  const type = Object.prototype.toString.call(value);
  const holds = ["[object Object]", "[object Array]"].includes(type) && !within.includes(value);
  return holds && Object.values(value).every((entry) => isJson(entry, [...within, value]));
}

function refuseUnknown(given: FieldValues, { fields, kind, task }: Form): void {
  const keys = fields.filter(({ type }) => type !== "copy").map(({ key }) => key);
  const unknown = Object.keys(given).find((key) => !keys.includes(key));
  if (unknown === undefined) return;
  const hint =
    keys.length > 0 ? `Did you mean "${closest(unknown, keys)}"? There are: ${keys.join(", ")}.` : undefined;
  throw new Failure(`Failed to ${task}: there is no ${kind} "${unknown}".`, { hint });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/**
 * What the field holds: of an optional field that is empty the default; of a required one only where nothing was ever given.
 * Source: the archived documentation, "Default".
 */
function filledIn(field: FormField, value: unknown, { kind, task, unfinished }: Form): unknown {
  if (!isEmpty(value)) return value;
  const preset = field.type === "copy" ? undefined : field.default || undefined;
  if (unfinished || !field.required || (value === undefined && preset !== undefined)) return preset;
  throw new Failure(`Failed to ${task}: the ${kind} "${field.key}" (${field.label}) is required and empty.`);
}

/** Source: the archived documentation, "Static Dropdown": it limits what the user can give. */
function refuseUnoffered(field: FormField, value: unknown, { kind, task }: Form): void {
  if (!field.choices) return;
  const offered = Array.isArray(field.choices) ? field.choices : Object.keys(field.choices);
  const other = [value].flat().find((entry) => !offered.includes(String(entry)));
  if (other === undefined) return;
  throw new Failure(
    `Failed to ${task}: the ${kind} "${field.key}" (${field.label}) is ${JSON.stringify(other)}, which it does not offer.`,
    { hint: `There are: ${offered.join(", ")}.` },
  );
}

/** Of line items each entry is coerced, and no list is made of one. */
function coerced({ type, list, parent_key }: FormField, value: unknown, clock: Clock): unknown {
  if (Array.isArray(value)) return value.map((entry) => coerce(type, entry, clock));
  const single = coerce(type, value, clock);
  return list && parent_key === undefined ? [single] : single;
}
