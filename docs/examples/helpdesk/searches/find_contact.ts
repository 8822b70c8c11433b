import type { FullSearch, Search, SearchMethods, SearchResults } from "zapc";

export const search = {
  label: "Find Contact",
  noun: "Contact",
  help_text: "Finds a contact by email.",
  url: "https://{{domain}}/api/contacts/by_email/{{email}}",
  search_or_create: "create_contact",
  fields: [{ key: "email", label: "Email", type: "unicode", required: true }],
  sample: { id: 55, email: "ann@example.com" },
} as const satisfies Search;

/** The API answers 404 where nobody has this email: only a full method can make a miss of it, and a contact be created. */
export function full_search(bundle: FullSearch<typeof search>): SearchResults {
  const response = z.request(bundle.request);
  if (response.status_code === 404) return [];
  if (response.status_code === 401) throw new InvalidSessionException();
  if (response.status_code !== 200) throw new HaltedException(`Helpdesk answered ${response.status_code}.`);
  return [z.JSON.parse<{ id: number }>(response.content)];
}

({ full_search }) satisfies SearchMethods<typeof search>;
