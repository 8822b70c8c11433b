import type { PostCustomTriggerFields, PostPoll, PrePoll, RequestResult, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", custom_fields_url: "https://example.com/fields", fields: [], sample: { id: 1 },
} as const satisfies Trigger;

export const pre_poll = async (bundle: PrePoll<typeof trigger>) => bundle.request;

declare function later<T>(value: T): PromiseLike<T>;

export function post_poll({ response }: PostPoll<typeof trigger>) {
  return later(z.JSON.parse<Results>(response.content));
}

export function post_custom_trigger_fields(_bundle: PostCustomTriggerFields<typeof trigger>) {
  return later([{ type: "int", key: "size" } as const]);
}

export function pre_hook(): PromiseLike<RequestResult> {
  return later({ url: "https://example.com/things/1" });
}
