import type { Action, Write, WriteResult } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export function write({ request, action_fields }: Write<typeof action>): WriteResult {
  z.request({ method: "POST" });
  z.request({ url: request.url, method: "POST", data: { title: action_fields.title } });
  z.request({ url: request.url, header: { Accept: "text/csv" } });
  const response = z.request({ ...request, url: `${request.url}/${action_fields.title}` });
  return { status: response.statusCode, body: z.JSON.parse<object>(response.body) };
}
