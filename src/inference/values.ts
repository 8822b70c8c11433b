/** The known value of an expression, without running it. */
export type KnownValue =
  /** A place in the bundle: `["trigger_fields", "queue"]`; the bundle itself is `[]`. */
  | { readonly path: readonly string[] }
  /** A text with variables. */
  | TextTemplate;

/** A text, some parts of which are variables. */
export interface TextTemplate {
  readonly parts: readonly (string | TemplateVariable)[];
  /** True if more follows that is not known. */
  readonly isCut: boolean;
}

/** A value of the account or the user, within a text. */
export interface TemplateVariable {
  readonly group: string;
  readonly key: string;
}

/** A text without variables as a template. */
export function templateOf(text: string): TextTemplate {
  return { parts: [text], isCut: false };
}

/** A value as a part of a text. */
export function asTemplate(value: KnownValue | undefined): TextTemplate {
  if (!value) return { parts: [], isCut: true };
  if ("parts" in value) return value;
  const [group, key, ...more] = value.path;
  const isField = group !== undefined && key !== undefined && more.length === 0 && isFieldGroup(group);
  return isField ? { parts: [{ group, key }], isCut: false } : { parts: [], isCut: true };
}

/** One template behind another. The text behind an unknown part is left out. */
export function joinedTemplates(one: TextTemplate, other: TextTemplate): TextTemplate {
  if (one.isCut) return one;
  return { parts: [...one.parts, ...other.parts], isCut: other.isCut };
}

/** A template as metadata write it: `https://{{domain}}/api`. */
export function templateText({ parts }: TextTemplate): string {
  return parts.map((part) => (typeof part === "string" ? part : `{{${part.key}}}`)).join("");
}

/** The parts of a bundle that hold the values of users, and the owner of their fields. */
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
