import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  import("zapc");
  return [{ id: bundle.zap.id }];
}
