import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [], sample: { id: 1 },
} as const satisfies Trigger;

export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  const { request, auth_fields, response } = bundle;
  if (response.status_code === 201) return [{ id: 1, url: request.url }];
  if (response.status_code === 202) return [{ id: 1, request }] as never;
  const copy = { id: 2, ...auth_fields };
  return response.status_code === 203 ? [] : [copy];
}
