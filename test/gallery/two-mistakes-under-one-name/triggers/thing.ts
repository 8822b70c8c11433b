import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [{ key: "colours", label: "Colours", type: "unicode", list: true }],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
  const names = trigger_fields.colors ?? [];
  return names.concat(allowed(["red"])).map((id) => ({ id }));
}

function allowed(names: string[]): string[] {
  return names.includes("red") ? names : [];
}
