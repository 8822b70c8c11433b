import type { Json } from "../../../../model/bundles/shared.ts";
import type { ActionField, AuthField, Field } from "../../../../model/definitions.ts";
import type { FoundField } from "../../../../simulator/index.ts";
import type { Operation } from "../../../api.ts";

/** A field of any form. */
export type ShownField = Field &
  Partial<Omit<ActionField, keyof Field>> &
  Partial<Pick<AuthField, "input_format">>;

/** The properties of a field. */
export interface FieldProps {
  readonly field: ShownField;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  /** The operation that a dynamic dropdown asks for; absent for a field of the account. */
  readonly operation?: Operation;
  readonly disabled?: boolean;
}

/** The properties of an input in a field. */
export interface InputProps extends FieldProps {
  readonly id: string;
}

/** One choice of a dropdown. */
export interface ShownChoice {
  readonly value: string;
  readonly label: string;
}

/** The choices that a field declares. */
export function declaredChoices({ choices }: ShownField): readonly ShownChoice[] {
  if (choices === undefined) return [];
  if (Array.isArray(choices)) return choices.map((value) => ({ value, label: value }));
  return Object.entries(choices).map(([value, label]) => ({ value, label: String(label) }));
}

/** A field that the API defines, as a field of the form. */
export function fieldOfFound(found: FoundField): ShownField {
  const { key, label, type, help_text, required, choices, list, ...others } = found;
  return {
    ...others,
    key,
    label: typeof label === "string" && label !== "" ? label : key,
    type: (type ?? "unicode") as Field["type"],
    ...(typeof help_text === "string" && { help_text }),
    ...(required === true && { required }),
    ...(list === true && { list }),
    ...(typeof choices === "object" && choices !== null && { choices: choices as string[] }),
  };
}

/** The fields of a form in their order: single ones, and line items by their parent key. */
export type FormPart =
  | { readonly field: ShownField }
  | { readonly parent: string; readonly fields: readonly ShownField[] };

export function formParts(fields: readonly ShownField[]): FormPart[] {
  const parents = new Set<string>();
  return fields.flatMap((field): FormPart[] => {
    const parent = field.parent_key;
    if (parent === undefined) return [{ field }];
    if (parents.has(parent)) return [];
    parents.add(parent);
    return [{ parent, fields: fields.filter((other) => other.parent_key === parent) }];
  });
}

/** The text of a value in an input. */
export function inputText(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The required fields that have no value. */
export function missingFields(
  fields: readonly ShownField[],
  values: { readonly [key: string]: Json },
): ShownField[] {
  const single = fields.filter(
    ({ required, type, parent_key }) => required && type !== "copy" && parent_key === undefined,
  );
  return single.filter(({ key }) => !Object.hasOwn(values, key));
}
