import type { Search } from "zapc";

export const search = {
  label: "Find Ticket",
  noun: "Ticket",
  help_text: "Finds a ticket by its subject.",
  url: "https://{{domain}}/tickets?subject={{subject}}",
  resource_url: "https://{{domain}}/tickets/{{number}}?subject={{subject}}",
  search_or_create: "create_ticket",
  fields: [{ key: "subject", label: "Subject", type: "unicode", required: true }],
  sample: { id: 1, number: 7 },
} as const satisfies Search;
