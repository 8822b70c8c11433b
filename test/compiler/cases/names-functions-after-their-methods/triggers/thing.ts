import type { Poll, Results, Trigger } from "zapc";
import { newest } from "../newest.ts";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return newest(bundle.request.url, { poll: 1 });
}
