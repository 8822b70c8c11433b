import type { PrePoll, Trigger } from "zapc";

export const trigger = {
  label: "New Comment", noun: "Comment", help_text: "Triggers when a comment is written.",
  type: "static_hook",
  fields: [],
  sample: { id: 7 },
} as const satisfies Trigger;

export const pre_poll = ({ request }: PrePoll<typeof trigger>) => request;
