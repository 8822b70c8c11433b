import type { Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when there is a new one.",
  url: "https://example.com/tickets",
  fields: [
    { key: "state", label: "State", type: "unicode", choices: ["open", "closed", "open"] },
    { key: "priority", label: "Priority", type: "int", choices: { "1": "Low", high: "High" } },
    { key: "rating", label: "Rating", type: "float", choices: ["0.5", "-1", "2"], default: "1" },
    { key: "parent", label: "Parent", type: "unicode", choices: ["1"], prefill: "ticket.id.title" },
    { key: "note", label: "Note", type: "copy", required: true },
  ],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
