/** Values that a user types to look for in a field. */
import type { Field } from "./explore.ts";
import { contains } from "./objects.ts";
import { equals, onDay } from "./odsql.ts";

export const dateFormats = {
  iso: "2024-03-31",
  dmy: "31/03/2024 or 31.03.2024",
  mdy: "03/31/2024",
} as const;

export type DateFormat = keyof typeof dateFormats;

/** Yes and no in the languages of portals. Source: explore-v2.1, parameter lang. */
const truthWords = {
  yes: "true yes 1 vrai oui waar ja verdadeiro sim vero si sì صحيح نعم wahr verdadero sí cert egia bai sant",
  no: "false no 0 faux non onwaar nee falso não nao خطأ لا falsch nein fals gezurra ez falskt nej",
};

type Condition = (field: Field, value: string, format: DateFormat) => string;

/** Throws for a value that the field cannot have. */
export function hasValue(field: Field, typed: string, format: DateFormat): string {
  const conditions: { [type: string]: Condition | undefined } = {
    int: isNumber,
    double: isNumber,
    boolean: isTruth,
    date: isDate,
    datetime: isDate,
    geo_point_2d: hasNoValue,
    geo_shape: hasNoValue,
  };
  const condition = conditions[field.type] || (({ name }, value) => equals(name, value));
  return condition(field, typed.trim(), format);
}

function isNumber(field: Field, value: string): string {
  if (/^[-+]?\d+(\.\d+)?$/.test(value)) return equals(field.name, Number(value));
  throw new ErrorException(
    `The field "${field.name}" holds numbers, and "${value}" is not a number. Write it like 12.5.`,
  );
}

function isTruth(field: Field, value: string): string {
  const word = value.toLowerCase();
  if (contains(truthWords.yes.split(" "), word)) return equals(field.name, true);
  if (contains(truthWords.no.split(" "), word)) return equals(field.name, false);
  throw new ErrorException(
    `The field "${field.name}" is either true or false, and "${value}" is neither. Write true or false.`,
  );
}

/** A day without a time stands for all of it. */
function isDate({ name, type }: Field, value: string, format: DateFormat): string {
  const { date, hasTime } = dateIn(value, format);
  if (!date) {
    throw new ErrorException(
      `The field "${name}" holds dates, and "${value}" is not a date like ${dateFormats[format]}. Write it like that, or choose another date format.`,
    );
  }
  return type === "datetime" && !hasTime ? onDay(name, date) : equals(name, date);
}

function hasNoValue(field: Field): string {
  throw new ErrorException(
    `The field "${field.name}" cannot be searched by a value. For a place, use the area instead.`,
  );
}

const isoDate = /^(\d{4}-\d{2}-(\d{2}))(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[-+]\d{2}:\d{2})?)?$/;

/** In UTC where no time zone is named. */
function dateIn(value: string, format: DateFormat): { date?: Date; hasTime?: boolean } {
  const [, days, day, time, zone = "Z"] = isoDate.exec(asIso(value, format)) || [];
  if (!days) return {};
  const midnight = `${days}T00:00:00.000Z`;
  const date = new Date(time ? `${days}T${time}${zone}` : midnight);
  // The 30th of February is not a number, or another date.
  const isReal = date.getTime() > Number.NEGATIVE_INFINITY && new Date(midnight).getUTCDate() === Number(day);
  return isReal ? { date, hasTime: time !== undefined } : {};
}

/** `4.3.2024 9:30` -> `2024-03-04T09:30`, where the format is day, month and year. */
function asIso(value: string, format: DateFormat): string {
  const order = { iso: "$&", dmy: "$3-$2-$1", mdy: "$3-$1-$2" }[format];
  return value
    .replace(/\b\d\b/g, "0$&")
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3")
    .replace(/^(\d\d)[-./](\d\d)[-./](\d{4})/, order)
    .replace(" ", "T");
}
