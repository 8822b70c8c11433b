import type { Action, Write, WriteResult } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export const write = (bundle: Write<typeof action>, retry?: boolean): WriteResult => {
  const { status_code } = z.request(bundle.request);
  return status_code === 503 && retry !== false ? write(bundle, false) : { status_code };
};
