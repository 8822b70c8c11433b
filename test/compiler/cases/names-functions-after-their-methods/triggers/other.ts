import type { Poll, Results, Trigger } from "zapc";
import { newest } from "../newest.ts";

export const trigger = {
  label: "New Other",
  noun: "Other",
  help_text: "Triggers when there is a new other.",
  url: "https://example.com/others",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const again = bundle.meta.prefill ? poll : undefined;
  return again ? again({ ...bundle, meta: {} }) : newest(bundle.request.url, { poll: 2 });
}
