import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [{ key: "colour", label: "Colour", type: "unicode" }], sample: { id: 1 },
} as const satisfies Trigger;

const now: number = z.hash("md5", "now");
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: now }];
}
