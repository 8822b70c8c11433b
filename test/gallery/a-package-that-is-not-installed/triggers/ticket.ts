import slugify from "slugify";
import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const titles = bundle.request.url.split("/").map((title) => slugify(title, { lower: true }));
  return titles.map((id) => ({ id }));
}
