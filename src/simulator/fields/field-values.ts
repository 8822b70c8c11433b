import { asText, coerce } from "./coerce.ts";
import { type FieldForm, type FieldValues, type FormField, isEmpty, isScalar, ownValue } from "./form.ts";
import { type GivenLines, linesIn } from "./line-items.ts";
import { asWritten } from "./raw-values.ts";
import {
  refuseNoJson,
  refuseShape,
  refuseUnknown,
  refuseUnoffered,
  requiredAndEmpty,
} from "./refused-values.ts";

export type { FieldValues } from "./form.ts";

/**
 * The values that scripting sees of those that the user filled in. An optional field that is left empty is not there; line items are lists under
 * their parent key. A value that the editor would refuse throws a Failure.
 */
export function readFieldValues(given: FieldValues, form: FieldForm): FieldValues {
  refuseNoJson(given, form);
  if (form.inferred) return readWithUndeclared(given, { ...form, fields: declaredIn(form) });
  if (!form.unfinished) refuseUnknown(given, form);
  return readDeclared(given, form);
}

function readDeclared(given: FieldValues, form: FieldForm): FieldValues {
  const own = form.fields.filter(({ parent_key }) => parent_key === undefined);
  const lines = linesIn(given, form).flatMap((it) => readLines(it, form));
  return { ...valuesOf(given, { ...form, fields: own }), ...Object.fromEntries(lines) };
}

function declaredIn({ fields, inferred }: FieldForm): readonly FormField[] {
  return fields.filter((field) => !inferred?.has(field));
}

/** Nobody knows the types of the other fields. Those of an account are single values all the same: only such secrets are recognized. */
function readWithUndeclared(given: FieldValues, form: FieldForm): FieldValues {
  const declared = new Set(form.fields.flatMap(({ key, parent_key }) => [key, parent_key]));
  const others = Object.entries(given).filter(([key, value]) => !declared.has(key) && !isEmpty(value));
  if (form.kind === "auth field")
    for (const [key, value] of others) refuseShape({ key, label: key, type: "unicode" }, value, form);
  return { ...readDeclared(given, form), ...Object.fromEntries(others) };
}

/**
 * Each line has its own defaults, and everything that is required. Source: the CLI, invoke/input-types.js,
 * `resolveInputDataTypes`, and invoke/prompts.js, `getMissingRequiredChildFields`.
 */
function readLines({ parent, members, rows }: GivenLines, form: FieldForm): [string, FieldValues[]][] {
  if (rows.length === 0) {
    const required = members.find((member) => member.required && !member.default && member.type !== "copy");
    if (required && !form.unfinished) throw requiredAndEmpty(required, form);
    return [];
  }
  // A line has one value of each, also where the field is a list.
  const fields = members.map((member) => ({ ...member, list: false }));
  const lineOf = (row: FieldValues, index: number) =>
    valuesOf(row, { ...form, fields, place: ` in line ${index + 1} of "${parent}"` });
  return [[parent, rows.map(lineOf)]];
}

function valuesOf(given: FieldValues, form: FieldForm): FieldValues {
  const values = form.fields.flatMap((field): [string, unknown][] => {
    const value = filledIn(field, ownValue(given, field.key), form);
    if (value === undefined) return [];
    refuseShape(field, value, form);
    refuseUnoffered(field, value, form);
    return [[field.key, coerced(field, value, form)]];
  });
  return Object.fromEntries(values);
}

/**
 * The value of the field: of an optional field that is empty the default; of a required one only where nothing was ever given.
 * Source: the archived documentation, "Default".
 */
function filledIn(field: FormField, value: unknown, form: FieldForm): unknown {
  if (field.type === "copy") return undefined;
  if (!isEmpty(value)) return value;
  const preset = field.default || undefined;
  if (form.unfinished || !field.required || (value === undefined && preset !== undefined)) return preset;
  throw requiredAndEmpty(field, form);
}

/** A list in a field for one value becomes CSV. Source: the archived documentation, "Parent Key". A file stays what it is. */
function coerced({ type, list }: FormField, value: unknown, form: FieldForm): unknown {
  if (type === "file") return value;
  if (type === "dict") return asWritten(value as FieldValues);
  const entries = [value].flat().filter(isScalar);
  if (list) return entries.filter((entry) => entry !== "").map((entry) => coerce(type, entry, form));
  const [single = "", ...others] = entries;
  return coerce(type, others.length > 0 ? entries.map(asText).join(",") : single, form);
}
