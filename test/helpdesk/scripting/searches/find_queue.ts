import type { FullSearch, Search, SearchMethods, SearchResults } from "zapc";
import { api } from "../api.ts";

export const search = {
  label: "Find Queue",
  noun: "Queue",
  help_text: "Finds a queue by its name.",
  url: "https://{{domain}}/api/queues",
  fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
  sample: { id: "support", title: "Support" },
} as const satisfies Search;

/** Deskly cannot search queues. */
export function full_search({ auth_fields, search_fields }: FullSearch<typeof search>): SearchResults {
  const { queues } = api<{ queues: { slug: string; name: string }[] }>(auth_fields, "queues");
  return queues
    .filter(({ name }) => name.toLowerCase() === search_fields.name.toLowerCase())
    .map(({ slug, name }) => ({ id: slug, title: name }));
}

({ full_search }) satisfies SearchMethods<typeof search>;
