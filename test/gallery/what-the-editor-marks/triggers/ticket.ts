import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

class ticket {
  id = 7;
}

const Other = class {
  id = 8;
};

function title(this: { title: string }) {
  return this.title;
}

export function poll(bundle: Poll<typeof trigger>): Results {
  const ids = [1, , 3];
  bundle.meta.page;
  ids.length > 2 ? ids.pop() : ids.length - 1;
  ids.length > 2 && ids[0];
  return [new ticket(), new Other(), { id: title.call({ title: "a" }) }];
}
