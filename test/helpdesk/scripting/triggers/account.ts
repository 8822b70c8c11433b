import type { Trigger } from "zapc";

export const trigger = {
  label: "Account",
  noun: "Account",
  help_text: "Tests an account.",
  hidden: true,
  url: "https://{{domain}}/api/me",
  fields: [],
  sample: { id: 1, name: "Ann" },
} as const satisfies Trigger;
