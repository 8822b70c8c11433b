import type { PostPoll, PrePoll, RequestResult, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

/** Asks for the newest. */
export const pre_poll = (({ request }) => ({ url: request.url, params: { sort: "-id" } })) satisfies (
  bundle: PrePoll<typeof trigger>,
) => RequestResult;

export function post_poll(bundle: PostPoll<typeof trigger>) {
  const { things } = z.JSON.parse<{ things: number[] }>(bundle.response.content);
  return things.map((id) => ({ id }));
}

/** Of text only. */
function isText(value: unknown): value is string {
  return typeof value === "string";
}

// The editor shows what the platform could not call.
({ pre_poll, post_poll }) satisfies TriggerMethods<typeof trigger>;

isText satisfies (value: unknown) => boolean; // and what is no method
