import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [{ key: "size", label: "Size", type: "int" }], sample: { id: 1 },
} as const satisfies Trigger;

export function poll({ trigger_fields: { size = 0 } }: Poll<typeof trigger>): Results {
  if (!Number.isFinite(size) || Number.isNaN(size)) return [];
  if (!Number.isInteger(size)) return [{ id: Number.parseInt(String(size), 10) }];
  return [{ id: Math.trunc(size) }];
}
