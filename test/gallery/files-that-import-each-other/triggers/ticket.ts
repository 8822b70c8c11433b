import type { Poll, Results, Trigger } from "zapc";
import { address } from "../address.ts";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  return z.JSON.parse<Results>(z.request({ url: address }).content);
}
