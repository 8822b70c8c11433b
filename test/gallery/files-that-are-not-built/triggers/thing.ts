import type { Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [{ key: "colour", label: "Colour", type: "unicode" }], sample: { id: 1 },
} as const satisfies Trigger;
