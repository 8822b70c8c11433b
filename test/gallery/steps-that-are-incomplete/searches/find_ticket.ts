import type { FullSearch, Search, SearchResults } from "zapc";

export const search = {
  label: "Find Ticket",
  noun: "Ticket",
  help_text: "Finds a ticket.",
  fields: [],
} as const satisfies Search;

export function full_search({ auth_fields }: FullSearch<typeof search>): SearchResults {
  return [{ found_with: typeof auth_fields }];
}
