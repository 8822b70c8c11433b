import type { Action, PostWrite, Write, WriteResult } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  return z.JSON.parse<WriteResult>(z.request(bundle.request).content);
}

export function post_write({ response }: PostWrite<typeof action>): WriteResult {
  return z.JSON.parse<WriteResult>(response.content);
}
