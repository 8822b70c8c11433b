import type { Action, PreWrite, WriteRequestResult } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export function pre_write({ request, action_fields }: PreWrite<typeof action>): WriteRequestResult {
  return {
    headers: { ...request.headers, "Content-Type": "application/json" },
    data: { ticket: action_fields.title },
  };
}
