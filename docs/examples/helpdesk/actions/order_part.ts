import type { Action, ActionMethods, CustomFields, PostCustomActionResultFields } from "zapc";

export const action = {
  label: "Order Parts",
  noun: "Order",
  help_text: "Orders spare parts for a ticket.",
  url: "https://{{domain}}/api/orders",
  custom_result_fields_url: "https://{{domain}}/api/order_fields",
  fields: [
    { key: "ticket", label: "Ticket", type: "int", required: true },
    { key: "part", label: "Part", type: "unicode", parent_key: "lines", required: true },
    { key: "quantity", label: "Quantity", type: "int", parent_key: "lines" },
  ],
  sample: { id: 9, total: 120.5 },
} as const satisfies Action;

/** `{"total": {"title": "Total", "numeric": true}, …}` */
interface OrderFields {
  [key: string]: { title: string; numeric: boolean };
}

export function post_custom_action_result_fields(
  bundle: PostCustomActionResultFields<typeof action>,
): CustomFields {
  const fields = z.JSON.parse<OrderFields>(bundle.response.content);
  return _.map(fields, ({ title, numeric }, key) => ({
    type: numeric ? "float" : "unicode",
    key,
    label: title,
  }));
}

({ post_custom_action_result_fields }) satisfies ActionMethods<typeof action>;
