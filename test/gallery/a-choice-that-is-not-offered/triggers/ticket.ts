import type { PrePoll, RequestResult, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [{ key: "status", label: "Status", type: "unicode", choices: { open: "Open", closed: "Closed" } }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  const { status } = bundle.trigger_fields;
  return { params: { archived: status === "solved", status } };
}
