import type { PostReadResource, PreSearch, RequestResult, Resource, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Contact",
  noun: "Contact",
  help_text: "Finds a contact by email.",
  url: "https://{{domain}}/api/contacts",
  resource_url: "https://{{domain}}/api/contacts/{{id}}",
  search_or_create: "create_contact",
  fields: [{ key: "email", label: "Email", type: "unicode", required: true }],
  sample: { id: 55, email: "ann@example.com", tickets: 2 },
} as const satisfies Search;

export function pre_search({ request, search_fields }: PreSearch<typeof search>): RequestResult {
  return { params: { ...request.params, email: search_fields.email } };
}

export function post_read_resource({ response }: PostReadResource<typeof search>): Resource {
  const { contact, counts } = z.JSON.parse<{ contact: object; counts: { tickets: number } }>(
    response.content,
  );
  return { ...contact, tickets: counts.tickets };
}

({ pre_search, post_read_resource }) satisfies SearchMethods<typeof search>;
