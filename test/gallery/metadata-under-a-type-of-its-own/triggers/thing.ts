import type { PrePoll, RequestResult, Trigger } from "zapc";

export const trigger: Trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [{ key: "queue", label: "Queue", type: "unicode" }],
  sample: { id: 1 },
};

export function pre_poll({ request, trigger_fields }: PrePoll<typeof trigger>): RequestResult {
  request.params.queue = trigger_fields.queu;
  return request;
}
