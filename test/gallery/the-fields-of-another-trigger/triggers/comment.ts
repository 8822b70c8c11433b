import type { PrePoll, RequestResult, Trigger } from "zapc";
import type { trigger as ticket } from "./ticket.ts";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function pre_poll({ trigger_fields }: PrePoll<typeof ticket>): RequestResult {
  return { params: { queue: trigger_fields.queue } };
}
