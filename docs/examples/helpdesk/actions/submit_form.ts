import type { Action, ActionMethods, CustomActionFields, CustomFields } from "zapc";

export const action = {
  label: "Submit Form",
  noun: "Form",
  help_text: "Fills in and submits a form.",
  url: "https://{{domain}}/api/forms/{{form}}",
  fields: [{ key: "form", label: "Form", type: "int", required: true, send_in_json: false }],
  sample: { id: 90 },
} as const satisfies Action;

interface Question {
  id: number;
  text: string;
  mandatory: boolean;
  options?: string[];
}

/** Each form asks something else: the fields are known once the user has chosen one. */
export function custom_action_fields(bundle: CustomActionFields<typeof action>): CustomFields {
  const { form } = bundle.action_fields;
  if (!form) return [];

  const { domain, session } = bundle.auth_fields;
  const response = z.request({
    url: `https://${domain}/api/forms/${form}/questions`,
    headers: { "X-Session": session },
  });
  return z.JSON.parse<Question[]>(response.content).map(({ id, text, mandatory, options }) => ({
    type: "unicode",
    key: `q_${id}`,
    label: text,
    required: mandatory,
    choices: options,
  }));
}

({ custom_action_fields }) satisfies ActionMethods<typeof action>;
