import type { Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", helptext: "Triggers when a ticket is opened.",
  type: "polled",
  url: "https://example.com/tickets",
  fields: [{ key: "queue", label: "Queue", type: "string" }],
  sample: { title: "Printer on fire" },
} as const satisfies Trigger;
