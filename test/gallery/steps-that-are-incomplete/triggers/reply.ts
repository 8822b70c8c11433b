import type { Trigger } from "zapc";

export const trigger = {
  label: "New Reply",
  noun: "Reply",
  help_text: "Triggers when a reply is sent.",
  url: "https://example.com/replies",
  fields: [],
  sample: { number: 1 },
} as const satisfies Trigger;
