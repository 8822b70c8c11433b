import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const tickets = z.JSON.parse<{ id: number; at: string }[]>(response.content);
  const [newest = []] = _.chunk(tickets, 100);
  return _.orderBy(newest, "at").filter(({ at }) => moment(at).isBetween("2024-01-01", "2024-12-31"));
}
