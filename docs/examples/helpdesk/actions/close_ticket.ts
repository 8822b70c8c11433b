import type { Action, ActionMethods, PreCustomActionResultFields, RequestResult } from "zapc";

export const action = {
  label: "Close Ticket",
  noun: "Ticket",
  help_text: "Closes a ticket.",
  url: "https://{{domain}}/api/tickets/{{ticket}}/close",
  custom_result_fields_url: "https://{{domain}}/api/fields",
  fields: [
    { key: "ticket", label: "Ticket", type: "int", required: true, send_in_json: false },
    { key: "resolution", label: "Resolution", type: "text" },
  ],
  sample: { id: 7, f_12: "hardware" },
} as const satisfies Action;

/** A closed ticket has the fields that are shown to agents, too. */
export function pre_custom_action_result_fields(
  bundle: PreCustomActionResultFields<typeof action>,
): RequestResult {
  const { request } = bundle;
  request.params.audience = "agents";
  request.data = null;
  return request;
}

({ pre_custom_action_result_fields }) satisfies ActionMethods<typeof action>;
