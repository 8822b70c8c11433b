import type { PostPoll, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "Other Thing",
  noun: "Thing",
  help_text: "Triggers when there is another thing.",
  url: "https://example.com/others",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export async function post_pol(bundle: PostPoll<typeof trigger>) {
  return [{ id: bundle.response.content }];
}

const post_poll = (bundle: PostPoll<typeof trigger>) => bundle.response.content;

({ post_pol, post_poll }) satisfies TriggerMethods<typeof trigger>;
