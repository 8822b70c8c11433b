import type { Poll, PrePoll, RequestResult, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  let tickets: Results = [];
  z.request(bundle.request, (_error, { content }) => {
    tickets = z.JSON.parse<Results>(content ?? "[]");
  });
  return tickets;
}
