import type { ActionField, Field } from "../../model/definitions.ts";
import { isPlainObject } from "../json.ts";
import type { Coercion } from "./coerce.ts";

/** Values by the keys of their fields. */
export type FieldValues = { readonly [key: string]: unknown };

/** A field of a form. An action's fields with a parent key are the members of its lines. */
export type FormField = Field & Pick<ActionField, "parent_key">;

/** A field that the API defines, as the platform keeps it. */
export interface FoundField {
  readonly key: string;
  readonly type?: string;
  readonly [property: string]: unknown;
}

/** The own value of a key: a field may be called `constructor`. */
export function ownValue(values: FieldValues, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** The fields that a user can fill in, and their names in messages. */
export interface FieldForm extends Coercion {
  readonly fields: readonly FormField[];
  /** The name of a field of the form: `trigger field`. */
  readonly kind: string;
  /** The task that fails when a value is wrong: `poll new_dataset`. */
  readonly task: string;
  /** The fields that nobody has declared. Other fields may be given, too, if it is set; all of those are taken as they are. */
  readonly inferred?: ReadonlySet<Field>;
  /** The user is not done yet: missing values, and values without a field, do no harm. */
  readonly unfinished?: true;
  /** The place of the fields in the form, for messages: ` in line 2 of "lines"`. */
  readonly place?: string;
}

/** The content of one input of the editor, or of one variable of another step. */
export type Scalar = string | number | boolean;

export function isScalar(value: unknown): value is Scalar {
  return ["string", "number", "boolean"].includes(typeof value);
}

/**
 * Tells whether nothing is filled in. Assumed: that is so of a list without an entry that is filled in, and of an object without a key.
 */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isPlainObject(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === "";
}
