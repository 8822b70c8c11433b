import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const query = new URLSearchParams({ order: "newest" });
  const auth = Buffer.from("user:password").toString("base64");
  const answer = fetch(`${bundle.request.url}?${query}`, { headers: { Authorization: auth } });
  window.alert(answer);
  return [];
}
