import type { Poll, PrePoll, RequestResult, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function pre_poll({ request, response }: PrePoll<typeof trigger>): RequestResult {
  return response.status_code === 401 ? { headers: {} } : request;
}
