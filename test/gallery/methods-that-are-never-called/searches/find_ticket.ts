import type { PostCustomSearchResultFields, PostReadResource, CustomFields, Resource, Search } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

export const post_custom_search_result_fields = ({ response }: PostCustomSearchResultFields<typeof search>) =>
  z.JSON.parse<CustomFields>(response.content);

export const post_read_resource = ({ response }: PostReadResource<typeof search>) =>
  z.JSON.parse<Resource>(response.content);
