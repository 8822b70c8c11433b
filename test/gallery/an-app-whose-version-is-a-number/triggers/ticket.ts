import type { PrePoll, RequestResult, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  return { params: { token: bundle.auth_fields.token } };
}
