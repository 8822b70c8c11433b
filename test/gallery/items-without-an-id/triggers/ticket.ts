import type { PostPoll, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function post_poll({ response }: PostPoll<typeof trigger>) {
  const tickets = z.JSON.parse<{ number: number; title: string }[]>(response.content);
  return tickets.map(({ number, title }) => ({ number, title }));
}
