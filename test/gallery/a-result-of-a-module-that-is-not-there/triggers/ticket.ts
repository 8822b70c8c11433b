import type { PostPoll, PrePoll, Trigger } from "zapc";
import { asItems, query } from "../nowhere.ts";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function pre_poll(bundle: PrePoll<typeof trigger>) {
  return query(bundle);
}

export function post_poll(bundle: PostPoll<typeof trigger>) {
  return asItems(bundle.response).map((item) => ({ ...item, id: item.number }));
}
