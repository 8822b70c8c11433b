import type { Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when there is a new one.",
  type: "rest_hook",
  event: "ticket.created",
  url: "https://{{domain}}/tickets",
  fields: [],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
