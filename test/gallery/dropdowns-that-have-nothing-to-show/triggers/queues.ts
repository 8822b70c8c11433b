import type { Trigger } from "zapc";

export const trigger = {
  label: "New Queue",
  noun: "Queue",
  help_text: "Triggers when there is a new one.",
  url: "https://{{domain}}/queues",
  fields: [{ key: "project", label: "Project", type: "unicode", required: true }],
  sample: { id: 1, name: "Support" },
} as const satisfies Trigger;
