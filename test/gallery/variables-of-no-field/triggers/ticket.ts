import type { Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://{{domian}}/tickets?queue={{queue}}",
  fields: [{ key: "queue", label: "Queue", type: "unicode" }],
  sample: { id: 1 },
} as const satisfies Trigger;
