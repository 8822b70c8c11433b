import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

let counted = 0;

function count(): number {
  return ++counted;
}

export function poll({ meta }: Poll<typeof trigger>): Results {
  let [low, high] = [1, 2];
  [low, high] = [high, low];
  low > 1 && count();
  low === 1 || count();
  meta.frontend ? null : count();
  meta.frontend ? count() : (low++, high++);
  count(), count();
  void count();
  if (!(low < high)) count();
  if (!(low === high)) count();
  let node: { next?: typeof node } | undefined = { next: {} };
  while ((node = node?.next)) count();
  switch (counted) {
    case 1:
      count();
    case 2:
      count(); // falls through
    case 3: {
      count();
    }
    default:
      count();
  }
  for (;;) if (count() > 20) break;
  const empty = undefined;
  return [{ id: counted, empty, none: void count() }];
}
