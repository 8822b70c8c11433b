import type { FullSearch, Search, SearchResults } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

export function full_search(bundle: FullSearch<typeof search>): SearchResults {
  return z.JSON.parse<SearchResults>(bundle.response.content);
}
