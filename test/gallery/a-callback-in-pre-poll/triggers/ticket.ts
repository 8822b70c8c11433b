import type { Callback, PrePoll, RequestResult, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function pre_poll(bundle: PrePoll<typeof trigger>, callback: Callback<RequestResult>): void {
  z.request({ url: "https://example.com/token" }, (error, { content }) => {
    callback(error, { ...bundle.request, headers: { Authorization: content ?? "" } });
  });
}
