import type { CustomFields, PostCustomSearchFields, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Contract",
  noun: "Contract",
  help_text: "Finds a service contract.",
  url: "https://{{domain}}/api/contracts",
  custom_fields_url: "https://{{domain}}/api/contracts/filters",
  fields: [{ key: "customer", label: "Customer", type: "unicode", required: true }],
  sample: { id: 14, customer: "Acme" },
} as const satisfies Search;

interface Filter {
  name: string;
  hint: string;
  is_date: boolean;
}

export function post_custom_search_fields(bundle: PostCustomSearchFields<typeof search>): CustomFields {
  return z.JSON.parse<Filter[]>(bundle.response.content).map(({ name, hint, is_date }) => ({
    type: is_date ? "datetime" : "unicode",
    key: name,
    help_text: hint,
    required: false, // or it would be required
  }));
}

({ post_custom_search_fields }) satisfies SearchMethods<typeof search>;
