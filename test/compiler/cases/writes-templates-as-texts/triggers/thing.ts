import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

/** With `+` it would be a number. */
class Money {
  constructor(private readonly cents: number) {}

  valueOf(): number {
    return this.cents;
  }

  toString(): string {
    return `${(this.cents / 100).toFixed(2)} EUR`;
  }
}

export function poll({ meta }: Poll<typeof trigger>): Results {
  const price = new Money(1250);
  const count = (meta.page ?? 0) * 2;
  const word = meta.frontend ? "some" : "all";
  return [{ id: 1, text: `${price}`, more: `${word} ${count}: ${price} ${[price].length} ${word.trim()}${meta}` }];
}
