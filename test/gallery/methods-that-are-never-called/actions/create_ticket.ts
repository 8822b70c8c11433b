import type { Action, PreCustomActionFields } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export const pre_custom_action_fields = ({ request }: PreCustomActionFields<typeof action>) => request;
