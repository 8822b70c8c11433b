import type { Action, CustomActionFields, CustomFields } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export function custom_action_fields(_: CustomActionFields<typeof action>): CustomFields {
  return [
    { key: "queue", type: "string", label: "Queue" },
    { type: "int", label: "Weight" },
  ];
}
