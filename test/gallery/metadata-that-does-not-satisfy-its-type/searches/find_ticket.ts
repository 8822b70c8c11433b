import type { Search } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket.",
  fields: [{ key: "title", label: "Title", type: "unicode", requird: true }],
  sample: { id: 7 },
} as const satisfies Search;
