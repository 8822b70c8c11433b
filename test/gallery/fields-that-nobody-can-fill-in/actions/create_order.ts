import type { Action } from "zapc";

export const action = {
  label: "Create Order",
  noun: "Order",
  help_text: "Creates an order.",
  url: "https://example.com/orders",
  fields: [
    { key: "lines", label: "Lines", type: "unicode" },
    { key: "sku", label: "Article", type: "unicode", parent_key: "lines" },
  ],
  sample: { id: 1 },
} as const satisfies Action;
