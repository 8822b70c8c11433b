import type { Poll, Results, Trigger } from "zapc";
import colours from "../colours.json";
import * as words from "../words/index.ts";

export const trigger = {
  label: words.title,
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  return colours.map((colour) => ({ id: words.loud(colour) }));
}
