import type { Action, ActionMethods, PreCustomActionFields, RequestResult } from "zapc";

export const action = {
  label: "Update Ticket",
  noun: "Ticket",
  help_text: "Changes the custom fields of a ticket.",
  url: "https://{{domain}}/api/tickets/{{ticket}}",
  custom_fields_url: "https://{{domain}}/api/fields",
  fields: [
    { key: "ticket", label: "Ticket", type: "int", required: true, send_in_json: false },
    { key: "queue", label: "Queue", type: "unicode", required: true },
  ],
  sample: { id: 7 },
} as const satisfies Action;

/** The fields differ by queue. What the user has filled in so far may be in `data`: a GET goes without it. */
export function pre_custom_action_fields(bundle: PreCustomActionFields<typeof action>): RequestResult {
  const { request, action_fields } = bundle;
  request.params.queue = action_fields.queue;
  request.data = null;
  return request;
}

({ pre_custom_action_fields }) satisfies ActionMethods<typeof action>;
