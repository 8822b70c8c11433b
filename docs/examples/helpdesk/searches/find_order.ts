import type { PreCustomSearchResultFields, RequestResult, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Order",
  noun: "Order",
  help_text: "Finds an order by its number.",
  url: "https://{{domain}}/api/orders",
  custom_result_fields_url: "https://{{domain}}/api/order_fields",
  fields: [{ key: "number", label: "Number", type: "unicode", required: true }],
  sample: { id: 9, total: 120.5 },
} as const satisfies Search;

/** The API can give the labels in the form that the platform wants. */
export function pre_custom_search_result_fields(
  bundle: PreCustomSearchResultFields<typeof search>,
): RequestResult {
  const { request } = bundle;
  return { ...request, headers: { ...request.headers, Accept: "application/vnd.helpdesk.fields+json" } };
}

({ pre_custom_search_result_fields }) satisfies SearchMethods<typeof search>;
