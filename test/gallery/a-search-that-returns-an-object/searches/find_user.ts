import type { PostReadResource, PostSearch, Search, SearchResults } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

export function post_search({ response }: PostSearch<typeof search>): SearchResults {
  return { id: 7, content: response.content };
}

export function post_read_resource({ response }: PostReadResource<typeof search>) {
  return z.JSON.parse<{ id: number }[]>(response.content);
}
