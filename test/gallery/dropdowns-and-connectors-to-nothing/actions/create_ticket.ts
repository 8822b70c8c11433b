import type { Action } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [
    { key: "queue", label: "Queue", type: "unicode", prefill: "queues.id.name", searchfill: "find_queues.id" },
    { key: "author", label: "Author", type: "unicode", searchfill: "find_queue.id" },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

