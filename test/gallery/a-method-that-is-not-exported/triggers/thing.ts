import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

function post_poll({ response }: PostPoll<typeof trigger>): Results {
  return z.JSON.parse<Results>(response.content);
}
