import type { PostCustomSearchFields, Search } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

export function post_custom_search_fields({ response }: PostCustomSearchFields<typeof search>) {
  const names = z.JSON.parse<string[]>(response.content);
  return names.map((name) => ({ key: name, label: name, type: "string" }));
}
