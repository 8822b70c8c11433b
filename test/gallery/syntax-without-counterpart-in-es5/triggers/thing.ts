import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [{ key: "colour", label: "Colour", type: "unicode" }], sample: { id: 1 },
} as const satisfies Trigger;

class Thing { #hidden = 1; get(other: object) { return #hidden in other ? this.#hidden : 0; } }
function* ids() { yield new Thing().get({}); }
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: /a/y.test("a") ? 1 : ids().next().value }];
}
