import type { PostPoll, PrePoll, RequestResult, Results, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "Queues",
  noun: "Queue",
  help_text: "Fills the dropdowns of queues.",
  hidden: true,
  url: "https://{{domain}}/api/queues",
  fields: [],
  sample: { id: "support", title: "Support" },
  paging: true,
} as const satisfies Trigger;

export function pre_poll({ request, meta }: PrePoll<typeof trigger>): RequestResult {
  return { params: { ...request.params, page: (meta.page ?? 0) + 1 } };
}

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const { queues } = z.JSON.parse<{ queues: { slug: string; name: string }[] }>(response.content);
  return queues.map(({ slug, name }) => ({ id: slug, title: name }));
}

({ pre_poll, post_poll }) satisfies TriggerMethods<typeof trigger>;
