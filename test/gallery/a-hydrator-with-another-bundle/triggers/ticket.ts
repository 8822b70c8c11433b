import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const tickets = z.JSON.parse<{ id: number }[]>(response.content);
  return tickets.map(({ id }) => ({ id, comments: z.dehydrate("comments_of", { ticket_id: id }) }));
}
