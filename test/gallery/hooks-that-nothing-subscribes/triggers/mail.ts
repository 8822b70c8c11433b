import type { Trigger } from "zapc";

export const trigger = {
  label: "New Mail",
  noun: "Mail",
  help_text: "Triggers when there is a new one.",
  type: "static_hook",
  fields: [],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
