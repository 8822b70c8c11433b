import type { Trigger } from "zapc";

export const trigger = {
  label: "New Hooked",
  noun: "Hooked",
  help_text: "Triggers when there is a new one.",
  type: "static_hook",
  fields: [],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
