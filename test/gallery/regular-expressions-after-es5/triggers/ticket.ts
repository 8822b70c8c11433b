import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const [, next] = /(?<=after=)(\w+)/.exec(response.content) ?? [];
  const date = /(?<year>\d{4})-\d\d/s.exec(response.content);
  const words = new RegExp("\\w+" + "(?<!no)", `g`).exec(response.content);
  const word = RegExp("^[a-z]+$", "im").exec(response.content) ?? new RegExp("a/b", "y").exec(response.content);
  return [{ id: words?.[0] ?? word?.[0] ?? next ?? date?.[0] ?? "" }];
}
