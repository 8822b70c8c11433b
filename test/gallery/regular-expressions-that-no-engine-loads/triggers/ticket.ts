import { isOpen } from "../states.js";
import { isOpen as isNew } from "../open.ts";
import { isUrgent } from "../titles.ts";
import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1, isOpen: isOpen("open"), isUrgent: isUrgent("Fire"), isNew: isNew("new") }];
}
