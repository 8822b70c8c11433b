import type { Trigger } from "zapc";

export const trigger = {
  label: "New Hook",
  noun: "Hook",
  help_text: "Triggers when there is a new one.",
  type: "rest_hook",
  event: "created",
  url: "https://{{domain}}/x",
  fields: [{ key: "queue", label: "Queue", type: "unicode" }],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
