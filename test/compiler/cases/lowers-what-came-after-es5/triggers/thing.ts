import type { Json, Poll, PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

enum Colour {
  Red = "red",
  Blue = "blue",
}

class Thing {
  private seen = 0;
  constructor(readonly id: number) {}
  see(times = 1): this {
    this.seen += times;
    return this;
  }
  static of(ids: number[]): Thing[] {
    return ids.map((id) => new Thing(id));
  }
}

class BlueThing extends Thing {
  colour = Colour.Blue;
}

const sum = (...numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

export function post_poll({ response, meta: { page = 0 } }: PostPoll<typeof trigger>): Results {
  const { things, ...rest } = z.JSON.parse(response.content) as { things?: number[]; [key: string]: unknown };
  const all = [...(things ?? []), page ** 2, sum(1, 2, page)];
  const items: Results = [];
  for (const { id } of Thing.of(all)) items.push({ id, ...rest, colour: Colour.Red, text: `thing ${id}` });
  const [first = new BlueThing(7)] = Thing.of(things ?? []);
  first.see()?.see(3);
  let total = 0;
  for (let index = 0; index < all.length; index++) total ||= all[index] as number;
  return items.concat({ id: total, 1.5: 0b11 as Json });
}
