import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

const digits: number[] = [];
while (digits.length < 10) digits.concat(digits.length);

export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: digits.join("") }];
}
