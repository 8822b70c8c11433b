import type { Action, ActionMethods, CustomFields, PostCustomActionFields } from "zapc";

export const action = {
  label: "Create Contact",
  noun: "Contact",
  help_text: "Creates a contact.",
  url: "https://{{domain}}/api/contacts",
  custom_fields_url: "https://{{domain}}/api/contact_fields",
  fields: [{ key: "email", label: "Email", type: "unicode", required: true }],
  sample: { id: 55, email: "ann@example.com" },
} as const satisfies Action;

interface ContactField {
  name: string;
  title: string;
  kind: "text" | "number" | "choice";
  options?: { value: string; title: string }[];
}

const types = { text: "unicode", number: "float", choice: "unicode" } as const;

/** `extra__` puts them into an object of their own: `{"email": …, "extra": {"size": 3}}`. */
export function post_custom_action_fields(bundle: PostCustomActionFields<typeof action>): CustomFields {
  const fields = z.JSON.parse<ContactField[]>(bundle.response.content);
  return fields.map(({ name, title, kind, options }) => ({
    type: types[kind],
    key: `extra__${name}`,
    label: title,
    required: false, // or it would be required
    choices: options && _.object(_.pluck(options, "value"), _.pluck(options, "title")),
  }));
}

({ post_custom_action_fields }) satisfies ActionMethods<typeof action>;
