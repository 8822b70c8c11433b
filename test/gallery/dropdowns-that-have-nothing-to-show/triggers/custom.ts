import type { Trigger } from "zapc";

export const trigger = {
  label: "New Custom",
  noun: "Custom",
  help_text: "Triggers when there is a new one.",
  custom_fields_url: "https://{{domain}}/fields",
  url: "https://{{domain}}/customs",
  fields: [],
  sample: { id: 1, title: "One" },
} as const satisfies Trigger;
