import type { FullSearch, Search } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

export function full_search(bundle: FullSearch<typeof search>) {
  return z.JSON.parse<{ tickets: { id: number }[] }>(z.request(bundle.request).content);
}
