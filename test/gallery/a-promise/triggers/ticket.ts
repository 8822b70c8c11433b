import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Promise<Results> {
  return new Promise((resolve) => {
    z.request(bundle.request, (_error, { content }) => resolve(z.JSON.parse<Results>(content ?? "[]")));
  });
}
