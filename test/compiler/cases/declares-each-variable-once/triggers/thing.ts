import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll({ meta }: Poll<typeof trigger>): Results {
  const things: Results = [];
  for (let i = 0; i < 2; i++) {
    const id = i * 10;
    things.push({ id });
  }
  for (let i = 2; i < 4; i++) {
    const id = i * 100;
    things.push({ id });
  }
  for (const [id, title] of [[5, "five"]] as const) {
    things.push({ id, title });
  }
  if (meta.frontend) {
    const last = things.pop();
    things.push({ id: 6, last });
  } else {
    const last = things.length;
    things.push({ id: 7, last });
  }
  for (let round = 0; round < 2; round++) {
    let seen: number | undefined;
    if (round === 0) seen = round;
    things.push({ id: seen ?? "none" });
  }
  return things.filter((thing) => {
    let text;
    for (let i = 0, n = 3; i < n; i++) text = `${thing.id}${i}`;
    for (let i = 0, m = 4; i < m; i++) text = `${text}${i}`;
    return text;
  });
}
