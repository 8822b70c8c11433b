import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

class Ticket {
  get title() { return "ticket"; }
  describe() { return this.title; }
}

class OldTicket extends Ticket {
  describe() { return `old ${super.title}`; }
  shout() { return super.describe().toUpperCase(); }
}

const label = { toString() { return `label ${super.toString()}`; } };

function first(_a: number, _b: number) {
  const get = () => arguments[0];
  return get();
}

function counted(_a: number, _b: number) {
  const counts: (() => number)[] = [];
  for (let i = 0; i < 2; i++) {
    if (arguments.length > i) counts.push(() => i);
  }
  return counts.length;
}

export function poll({ meta }: Poll<typeof trigger>): Results {
  const defaults = { limit: 10 };
  const options = { ...defaults, get limit() { return meta.frontend ? 3 : 10; } };
  const letters: string[] = [];
  for (const letter of `${label}`) letters.push(letter);
  return [{ id: 1, title: new OldTicket().shout(), letters, a: first(1, 2), b: counted(1, 2), c: options.limit }];
}
