import type { PostReadResource, Resource, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Company",
  noun: "Company",
  help_text: "Finds a company by name.",
  url: "https://{{domain}}/api/companies",
  resource_url: "https://{{domain}}/api/companies/{{id}}",
  fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
  sample: { id: 5, name: "Acme", tickets_open: 2 },
} as const satisfies Search;

interface Company {
  company: { id: number; name: string };
  counts: { open: number };
}

/** The fields of a found company that the user sees. */
export function post_read_resource(bundle: PostReadResource<typeof search>): Resource {
  const { company, counts } = z.JSON.parse<Company>(bundle.response.content);
  return { id: company.id, name: company.name, tickets_open: counts.open };
}

({ post_read_resource }) satisfies SearchMethods<typeof search>;
