import type { Trigger } from "zapc";

export const trigger = {
  label: "New Account",
  noun: "Account",
  help_text: "Triggers when there is a new one.",
  url: "https://example.com/me",
  fields: [],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
