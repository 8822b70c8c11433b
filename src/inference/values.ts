/** The known value of an expression, without running it. */
export type Value =
  /** A place in the bundle: `["trigger_fields", "queue"]`; the bundle itself is `[]`. */
  | { readonly path: readonly string[] }
  /** A text with variables. */
  | Text;

export interface Text {
  readonly parts: readonly (string | Variable)[];
  /** True if more follows that is not known. */
  readonly isCut: boolean;
}

/** A value of the account or the user, within a text. */
export interface Variable {
  readonly group: string;
  readonly key: string;
}

export function textOf(text: string): Text {
  return { parts: [text], isCut: false };
}

/** The text of a value as a part of a text. */
export function asText(value: Value | undefined): Text {
  if (!value) return { parts: [], isCut: true };
  if ("parts" in value) return value;
  const [group, key, ...more] = value.path;
  const isField = group !== undefined && key !== undefined && more.length === 0 && isFieldGroup(group);
  return isField ? { parts: [{ group, key }], isCut: false } : { parts: [], isCut: true };
}

/** One text behind another. The text behind an unknown part is left out. */
export function joined(one: Text, other: Text): Text {
  if (one.isCut) return one;
  return { parts: [...one.parts, ...other.parts], isCut: other.isCut };
}

/** As metadata write it: `https://{{domain}}/api`. */
export function template({ parts }: Text): string {
  return parts.map((part) => (typeof part === "string" ? part : `{{${part.key}}}`)).join("");
}

/** The parts of a bundle that hold what users fill in, and what they are fields of. */
export const fieldGroups = {
  auth_fields: "auth",
  trigger_fields: "trigger",
  action_fields: "action",
  action_fields_full: "action",
  action_fields_raw: "action",
  search_fields: "search",
} as const;

export function isFieldGroup(name: string): name is keyof typeof fieldGroups {
  return Object.hasOwn(fieldGroups, name);
}
