import { createRequire } from "node:module";
import moment from "moment-timezone";
import type { FieldType } from "../../model/definitions.ts";

/** When and where a value is read: what "tomorrow" means. */
export interface Clock {
  readonly now: Date;
  /** The time zone of the Zap's user: `Europe/Paris`. */
  readonly timezone: string;
}

/** Whether there is a time zone of that name. */
export function isTimeZone(name: unknown): boolean {
  return typeof name === "string" && moment.tz.zone(name) !== null;
}

/** Undefined where the value cannot be read. */
type Coerce = (value: string | number, clock: Clock) => unknown;

/**
 * What scripting sees of a value, by the field's type. What cannot be coerced stays as it is.
 * Source: the archived documentation, "Field Types" and "Type".
 */
export function coerce(type: FieldType, value: unknown, clock: Clock): unknown {
  if (typeof value === "number" && type !== "datetime") return coerceNumber(type, value);
  if (typeof value !== "string" && typeof value !== "number") return value;
  return coercions[type]?.(value, clock) ?? value;
}

// Assumed: a number has no characters to strip; an int is cut.
function coerceNumber(type: FieldType, value: number): unknown {
  if (type === "int") return Math.trunc(value);
  return type === "bool" ? (asBoolean(value) ?? value) : value;
}

/** The types that are coerced; for all others a value stays as it is. */
const coercions: { readonly [type in FieldType]?: Coerce } = {
  int: asInteger,
  float: asFloat,
  bool: asBoolean,
  datetime: asDateTime,
};

/** `"about -1,200 things"` -> `-1200`. Source: "Integer": what is not numeric is stripped. */
function asInteger(value: string | number): number | undefined {
  const kept = String(value).replace(/[^\d-]/g, "");
  const digits = kept.replaceAll("-", "");
  return digits === "" ? undefined : Number(kept.startsWith("-") ? `-${digits}` : digits);
}

/** `"$1,234.50"` -> `1234.5`. Assumed: a comma separates thousands, unless it alone separates other than three digits. */
function asFloat(value: string | number): number | undefined {
  const kept = String(value).replace(/[^\d.,-]/g, "");
  const sign = kept.startsWith("-") ? -1 : 1;
  const digits = kept.replaceAll("-", "");
  const decimalComma = /^\d*,(\d{1,2}|\d{4,})$/.test(digits);
  const number = Number(decimalComma ? digits.replace(",", ".") : digits.replaceAll(",", ""));
  return /\d/.test(digits) && Number.isFinite(number) ? sign * number : undefined;
}

// Assumed: which words there are. Source of there being any: "Boolean".
const words = new Map<string, boolean>([
  ...["true", "t", "yes", "y", "on", "1"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "off", "0"].map((word) => [word, false] as const),
]);

function asBoolean(value: string | number): boolean | undefined {
  return words.get(String(value).trim().toLowerCase());
}

// Source: "DateTime" and "Datetimes in Actions": epoch timestamps, ISO-8601 and natural language become ISO-8601.
const epoch = /^\d{9,13}$/;
const isoWithZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/i;
const isoWithoutZone = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/** Loaded where it is needed: few values are written so, and it takes long. */
function english(): typeof import("chrono-node/en")["casual"] {
  return createRequire(import.meta.url)("chrono-node/en").casual;
}

// Assumed: what has no zone of its own is in that of the Zap's user; what has one keeps it.
function asDateTime(value: string | number, { now, timezone }: Clock): string | undefined {
  const text = String(value).trim();
  if (epoch.test(text)) return moment.utc(Number(text) * (text.length > 11 ? 1 : 1000)).format();
  if (isoWithZone.test(text)) return moment.parseZone(text).format();
  if (isoWithoutZone.test(text)) return moment.tz(text, timezone).format();
  const offset = moment.tz(now, timezone).utcOffset();
  const date = english().parseDate(text, { instant: now, timezone: offset });
  return date ? moment.tz(date, timezone).format() : undefined;
}
