import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

const label = "tickets";

export function poll({ meta }: Poll<typeof trigger>): Results {
  const letters: string[] = [];
  for (const letter of `${label} ${meta.limit}`) letters.push(letter);
  return [{ id: 1, letters }];
}
