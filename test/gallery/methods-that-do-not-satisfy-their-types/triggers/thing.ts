import type { PostPoll, PrePoll, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export const pre_poll = ({ request }: PrePoll<typeof trigger>) => ({ url: request.url, method: "FETCH" });

export function post_poll(bundle: PostPoll<typeof trigger>) {
  return z.JSON.parse<{ title: string }[]>(bundle.response.content).map(({ title }) => ({ title }));
}

({ pre_poll, post_poll }) satisfies TriggerMethods<typeof trigger>;
