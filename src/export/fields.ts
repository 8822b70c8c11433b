import type { ActionField, AuthField, Field, FieldType } from "../model/definitions.ts";

/** The names of types on today's platform, where they are not the Web Builder's. */
const types: { readonly [type in FieldType]?: string } = {
  unicode: "string",
  int: "integer",
  float: "number",
  bool: "boolean",
  dict: "string",
};

/** An input field of today's platform. */
export interface InputField {
  readonly key: string;
  readonly children?: readonly InputField[];
  readonly [property: string]: unknown;
}

/** The fields of a step. Those with one parent key become the children of one field, in the place of the first. */
export function inputFields(fields: readonly Field[]): InputField[] {
  const made: InputField[] = [];
  for (const field of fields as readonly ActionField[]) {
    const { parent_key: parent } = field;
    if (parent === undefined) made.push(inputField(field));
    else if (!made.some(({ key }) => key === parent)) made.push(lineItems(parent, fields));
  }
  return made;
}

function lineItems(parent: string, fields: readonly Field[]): InputField {
  const children = (fields as readonly ActionField[]).filter(({ parent_key }) => parent_key === parent);
  return { key: parent, children: children.map(inputField) };
}

/** The fields of an account. */
export function authFields(fields: readonly AuthField[]): InputField[] {
  return fields.map((field) => ({
    ...inputField(field),
    // On today's platform a field of an account is required unless it says otherwise.
    required: field.required ?? false,
    ...(field.input_format !== undefined && { inputFormat: inputFormat(field.input_format) }),
  }));
}

function inputField(field: ActionField): InputField {
  const { key, label, type, required, help_text, placeholder, default: preset, choices, list } = field;
  return {
    key,
    label,
    type: types[type] ?? type,
    ...(type === "dict" && { dict: true }),
    ...(required && { required }),
    ...(list && { list }),
    ...(help_text !== undefined && { helpText: help_text }),
    ...(placeholder && { placeholder }),
    ...(preset && { default: preset }),
    ...(choices && { choices: choicesOf(choices) }),
    ...(field.prefill !== undefined && { dynamic: field.prefill }),
    ...(field.searchfill !== undefined && { search: field.searchfill }),
  };
}

/** Core and `convert` take an object with a property `source` for a function: then each choice is an object of its own. */
function choicesOf(choices: NonNullable<Field["choices"]>): unknown {
  if (Array.isArray(choices) || !("source" in choices)) return choices;
  return Object.entries(choices).map(([value, label]) => ({ value, sample: value, label }));
}

/** `https://,{{input}},.example.com` -> `https://{{input}}.example.com` */
function inputFormat(format: string): string {
  return format.replace(/,?\{\{input\}\},?/, "{{input}}");
}
