import type { Action } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [
    { key: "labels", label: "Labels", type: "dict", list: true },
    { key: "attachments", label: "Attachments", type: "file", list: true },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

