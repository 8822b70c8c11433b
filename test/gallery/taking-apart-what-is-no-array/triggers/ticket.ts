import type { Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

function longest(): number {
  for (const value of arguments) console.log(value);
  return Math.max(...arguments);
}

export function poll(): Results {
  const counts = { open: 1 };
  const [first] = "title";
  const tags: string[] | undefined = JSON.parse("null");
  for (const count of counts) console.log(count);
  const [tag] = tags;
  return [{ id: longest(), first, tag, letters: [..."title"] }];
}
