import type { CustomFields, PostCustomSearchResultFields, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Invoice",
  noun: "Invoice",
  help_text: "Finds an invoice by its number.",
  url: "https://{{domain}}/api/invoices",
  custom_result_fields_url: "https://{{domain}}/api/invoice_fields",
  fields: [{ key: "number", label: "Number", type: "unicode", required: true }],
  sample: { id: 1001, vat: 19 },
} as const satisfies Search;

/** `{"vat": "Value Added Tax", …}` */
export function post_custom_search_result_fields(
  bundle: PostCustomSearchResultFields<typeof search>,
): CustomFields {
  const titles = z.JSON.parse<{ [key: string]: string }>(bundle.response.content);
  return Object.keys(titles).map((key) => ({ type: "unicode", key, label: titles[key] }));
}

({ post_custom_search_result_fields }) satisfies SearchMethods<typeof search>;
