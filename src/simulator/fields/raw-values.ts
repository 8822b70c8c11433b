import { isPlainObject } from "../json.ts";
import { asText } from "./coerce.ts";
import { type FieldForm, type FieldValues, isEmpty, type Scalar } from "./form.ts";
import { linesIn } from "./line-items.ts";

/** The values that the user wrote, as texts; line items as lists under their parent key. */
export function rawFieldValues(given: FieldValues, form: FieldForm): FieldValues {
  const lines = linesIn(given, form);
  const inLines = new Set(lines.flatMap(({ parent, members }) => [parent, ...members.map(({ key }) => key)]));
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => !inLines.has(key)));
  const filled = lines.filter(({ rows }) => rows.length > 0);
  return {
    ...asWritten(own),
    ...Object.fromEntries(filled.map(({ parent, rows }) => [parent, rows.map(asWritten)])),
  };
}

/** As texts, and without empty values. Assumed: a value that is written is text, wherever it comes from. */
export function asWritten(values: FieldValues): FieldValues {
  const filled = Object.entries(values).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(filled.map(([key, value]) => [key, writtenValue(value)]));
}

function writtenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => !isEmpty(entry)).map(writtenValue);
  return isPlainObject(value) ? asWritten(value) : asText(value as Scalar);
}
