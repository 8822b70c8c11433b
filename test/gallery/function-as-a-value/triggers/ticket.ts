import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [{ key: "formula", label: "Formula", type: "unicode", required: true }],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function post_poll({ response, trigger_fields }: PostPoll<typeof trigger>): Results {
  const wanted = new Function("ticket", `return ${trigger_fields.formula}`);
  const tickets = z.JSON.parse<{ id: number }[]>(response.content);
  return wanted instanceof Function ? tickets.filter((ticket) => wanted(ticket)) : tickets;
}
