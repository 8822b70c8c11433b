import { byId } from "keyed";
import { report } from "reports";
import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const tickets = z.JSON.parse<{ id: number }[]>(z.request(bundle.request).content);
  return byId(tickets).map((ticket) => ({ ...ticket, title: report(ticket) }));
}
