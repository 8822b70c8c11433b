import type { Callback, Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>, callback: Callback<Results>): void {
  const token = process.env.TOKEN;
  global.attempts = 0;
  module.exports = {};
  setInterval(() => callback(null, [{ id: token }]), 1000);
  console.log(root, child_process);
}
