import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const things = z.JSON.parse<{ id: number; name?: string }[]>(bundle.request.url);
  return things
    .filter((thing) => thing.name) // without those that have no name
    // The newest first.
    .reverse()
    /* One of each. */
    .filter(({ id }, index) => id > index)
    .map((thing) => thing);
}
