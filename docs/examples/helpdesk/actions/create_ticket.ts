import type { Action, ActionMethods, PreWrite, WriteRequestResult } from "zapc";

export const action = {
  label: "Create Ticket",
  noun: "Ticket",
  help_text: "Opens a ticket.",
  url: "https://{{domain}}/api/tickets",
  fields: [
    { key: "title", label: "Title", type: "unicode", required: true },
    { key: "requester__name", label: "Name", type: "unicode" },
    { key: "requester__email", label: "Email", type: "unicode", required: true },
    { key: "silent", label: "Send No Mail", type: "bool", send_in_json: false },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

/** `{ title, requester: { name, email } }` -> `{"ticket": {…}}`, and `?silent=true` beside it. */
export function pre_write(bundle: PreWrite<typeof action>): WriteRequestResult {
  const { request, action_fields, action_fields_full } = bundle;
  request.params.silent = action_fields_full.silent ? "true" : undefined;
  request.data = z.JSON.stringify({ ticket: action_fields });
  return request;
}

({ pre_write }) satisfies ActionMethods<typeof action>;
