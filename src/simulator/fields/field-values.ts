import { closest } from "fastest-levenshtein";
import type { Field } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";

export type FieldValues = { readonly [key: string]: unknown };

interface Form {
  readonly fields: readonly Field[];
  /** What the form is called in messages: `trigger field`. */
  readonly kind: string;
  /** What could not be done when a value is wrong: `poll new_dataset`. */
  readonly task: string;
}

/** What scripting sees of what the user filled in. An optional field that is left empty is not there. */
export function readFieldValues(given: FieldValues, form: Form): FieldValues {
  refuseUnknown(given, form);
  const values = form.fields.flatMap((field): [string, unknown][] => {
    const value = readValue(field, given[field.key], form);
    return value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(values);
}

function refuseUnknown(given: FieldValues, { fields, kind, task }: Form): void {
  const keys = fields.map(({ key }) => key);
  const unknown = Object.keys(given).find((key) => !keys.includes(key));
  if (unknown === undefined) return;
  const hint =
    keys.length > 0 ? `Did you mean "${closest(unknown, keys)}"? There are: ${keys.join(", ")}.` : undefined;
  throw new Failure(`Failed to ${task}: there is no ${kind} "${unknown}".`, { hint });
}

function readValue(field: Field, value: unknown, { kind, task }: Form): unknown {
  if (value === undefined || value === null || value === "") {
    if (!field.required) return defaultOf(field);
    throw new Failure(
      `Failed to ${task}: the ${kind} "${field.key}" (${field.label}) is required and empty.`,
    );
  }
  const { fits, name } = types[field.type];
  const fitsField = field.list ? Array.isArray(value) && value.every(fits) : fits(value);
  if (fitsField) return value;
  const wanted = field.list ? `a list, each entry ${name}` : name;
  throw new Failure(
    `Failed to ${task}: the ${kind} "${field.key}" (${field.label}) is ${JSON.stringify(value)}, and must be ${wanted}.`,
    { hint: "Give the value as scripting sees it: the platform's own conversions are not simulated yet." },
  );
}

const text = { name: "a text", fits: (value: unknown) => typeof value === "string" };
const isDict = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What scripting sees, by the field's type. Source: src/model/fields.ts. */
const types: { readonly [type in Field["type"]]: { name: string; fits: (value: unknown) => boolean } } = {
  unicode: text,
  text,
  datetime: text,
  password: text,
  file: text,
  int: { name: "a whole number", fits: Number.isInteger },
  float: { name: "a number", fits: Number.isFinite },
  bool: { name: "true or false", fits: (value) => typeof value === "boolean" },
  dict: {
    name: "an object of texts",
    fits: (value) => isDict(value) && Object.values(value as object).every(text.fits),
  },
  copy: { name: "left out: it is a text for the user", fits: () => false },
};

/** A default is text, whatever the field's type. Assumed: how it is read. */
function defaultOf({ type, list, default: preset }: Field): unknown {
  if (!preset || type === "copy") return undefined;
  const value =
    type === "int" || type === "float"
      ? Number(preset)
      : type === "bool"
        ? /^(true|yes|1)$/i.test(preset)
        : preset;
  return list ? [value] : value;
}
