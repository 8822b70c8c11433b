import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

class TooManyRequests extends HaltedException {}

class BadAnswer extends Error {
  constructor(readonly status: number) {
    super("The API answered badly.");
  }
}

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  if (response.status_code === 429) throw new TooManyRequests("Too many requests: the next run tries again.");
  try {
    if (response.status_code !== 200) throw new BadAnswer(response.status_code);
    return z.JSON.parse<Results>(response.content);
  } catch (error) {
    if (error instanceof BadAnswer) return [];
    throw error;
  }
}
