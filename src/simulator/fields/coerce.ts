import type { FieldType } from "../../model/definitions.ts";
import type { Runtime } from "../runtime.ts";
import { type Clock, readDate } from "./dates.ts";
import { readNumber, startOfNumber } from "./numbers.ts";

/** The conditions that a value is read by. */
export interface Coercion {
  readonly runtime: Runtime;
  readonly clock: Clock;
}

type Coerce = (text: string, by: Coercion) => unknown;

/**
 * The types whose values are more than text. A number without a whole value is cut for an `int`: `3.7` is 3.
 *
 * As documented, a value that cannot be read stays text, so that no task is lost: so it is on the legacy runtime. Source: the
 * archived documentation, "Type". The CLI makes a number or a boolean of any text, and says that production does: so it is on the
 * converted runtime. Source: the CLI, invoke/input-types.js. It makes the present of what is no date, without saying so: assumed
 * not to be what production does.
 */
const coercions: { readonly [type in FieldType]?: Coerce } = {
  int: (text, { runtime }) => cut(asNumber(text, runtime)),
  float: (text, { runtime }) => asNumber(text, runtime),
  bool: (text, { runtime }) =>
    runtime === "legacy" ? (documentedWords.get(word(text)) ?? text) : isTrue(text),
  datetime: (text, { clock }) => readDate(text, clock) ?? text,
};

/** The value that scripting sees of a text, a number or a boolean, by the field's type. */
export function coerce(type: FieldType, value: string | number | boolean, by: Coercion): unknown {
  if (type === "int" && typeof value === "number") return Math.trunc(value);
  if (type === "float" && typeof value === "number") return value;
  if (type === "bool" && typeof value === "boolean") return value;
  const text = asText(value);
  return coercions[type]?.(text, by) ?? text;
}

/** The text that the platform makes of a value. Source: docs/platform.md, "A request from start to end", 2. */
export function asText(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}

function asNumber(text: string, runtime: Runtime): number | string {
  return readNumber(text) ?? (runtime === "legacy" ? text : startOfNumber(text));
}

function cut(value: number | string): number | string {
  return typeof value === "number" ? Math.trunc(value) : value;
}

// Source: the CLI, invoke/input-types.js, `parseBoolean`.
const falseWords = new Set([
  ...["noo", "no", "n", "false", "nope", "f", "never", "no thanks", "no thank you"],
  ...["nul", "0", "none", "nil", "nill", "null"],
]);

function isTrue(text: string): boolean {
  return text !== "" && !falseWords.has(text.toLowerCase());
}

// Assumed: which words there are. Source of there being any: the archived documentation, "Boolean".
const documentedWords = new Map<string, boolean>([
  ...["true", "t", "yes", "y", "on", "1"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "off", "0"].map((word) => [word, false] as const),
]);

function word(text: string): string {
  return text.trim().toLowerCase();
}
