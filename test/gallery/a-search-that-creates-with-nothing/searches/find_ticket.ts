import type { Search } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  search_or_create: "creat_ticket",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

