import type { Action } from "zapc";

export const action = {
  label: "Create Ticket",
  noun: "Ticket",
  help_text: "Creates a ticket.",
  url: "https://{{domain}}/tickets",
  custom_fields_url: "https://{{domain}}/fields/{{project}}",
  fields: [{ key: "subject", label: "Subject", type: "unicode", required: true }],
  sample: { id: 1, subject: "Printer on fire" },
} as const satisfies Action;
