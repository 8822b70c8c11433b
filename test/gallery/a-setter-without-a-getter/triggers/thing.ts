import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

const kept = {
  value: 0,
  set half(value: number) {
    this.value = value * 2;
  },
};

export function poll(_: Poll<typeof trigger>): Results {
  kept.half = 3;
  return [{ id: kept.value }];
}
