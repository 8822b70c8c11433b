import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  const first = () => {
    return 1;
    later();
  };
  function later() {
    return first();
    function inner() {}
  }
  for (;;) {
    if (first() > 1) continue;
    throw new HaltedException("no");
    const never = 1;
    console.log(never);
  }
}
