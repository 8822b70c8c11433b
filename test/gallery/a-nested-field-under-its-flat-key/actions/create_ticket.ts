import type { Action, PreWrite, WriteRequestResult } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [
    { key: "author__email", label: "Author's Email", type: "unicode", required: true },
    { key: "draft", label: "Draft", type: "bool", send_in_json: false },
    { key: "sku", label: "SKU", type: "unicode", parent_key: "lines" },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export function pre_write({ action_fields }: PreWrite<typeof action>): WriteRequestResult {
  const { author__email, draft, sku } = action_fields;
  return { data: z.JSON.stringify({ author: author__email, draft, sku }) };
}
