import type { PrePoll, RequestResult, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [{ key: "queue", label: "Queue", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
};

export function pre_poll({ trigger_fields }: PrePoll<typeof trigger>): RequestResult {
  return { params: { queue: trigger_fields.queue } };
}
