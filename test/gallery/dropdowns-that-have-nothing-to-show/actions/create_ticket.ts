import type { Action } from "zapc";

export const action = {
  label: "Create Ticket",
  noun: "Ticket",
  help_text: "Creates a ticket.",
  url: "https://{{domain}}/tickets",
  fields: [
    { key: "parent", label: "Parent", type: "unicode", prefill: "ticket.id.title" },
    { key: "owner", label: "Owner", type: "unicode", prefill: "ticket.owner__name.owner__nick" },
    { key: "queue", label: "Queue", type: "unicode", prefill: "queues.id.name", searchfill: "find_queue.queue_id" },
    { key: "hooked", label: "Hooked", type: "unicode", prefill: "hooked.id.title" },
    { key: "custom", label: "Custom", type: "unicode", prefill: "custom.id.cf_1" },
  ],
  sample: { id: 1 },
} as const satisfies Action;
