import type { Trigger } from "zapc";

// Hidden: no user reads its texts, and its sample is never shown.
export const trigger = {
  label: "Queues",
  hidden: true,
  url: "https://example.com/queues",
  fields: [],
} as const satisfies Trigger;
