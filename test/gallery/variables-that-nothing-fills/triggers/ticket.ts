import type { Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when there is a new one.",
  url: "https://{{domain}}/tickets/{{ token }}",
  fields: [],
  sample: { id: 1, owner: { name: "Ada" } },
} as const satisfies Trigger;
