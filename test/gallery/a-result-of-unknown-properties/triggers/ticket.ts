import type { PrePoll, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

interface Query {
  parms: { since: string };
  header: { [name: string]: string };
}

export function pre_poll(bundle: PrePoll<typeof trigger>) {
  const query: Query = { parms: { since: bundle.url_raw }, header: {} };
  return query;
}
