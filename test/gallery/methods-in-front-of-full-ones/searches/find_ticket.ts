import type { PostReadResource, ReadResource, Resource, Search } from "zapc";

export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket by its title.",
  url: "https://example.com/tickets?q={{title}}",
  fields: [{ key: "title", label: "Title", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

export function read_resource(bundle: ReadResource<typeof search>): Resource {
  return z.JSON.parse<Resource>(z.request(bundle.request).content);
}

export function post_read_resource({ response }: PostReadResource<typeof search>): Resource {
  return z.JSON.parse<Resource>(response.content);
}
