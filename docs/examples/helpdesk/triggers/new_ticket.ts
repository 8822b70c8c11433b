import type { PrePoll, RequestResult, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://{{domain}}/api/tickets",
  fields: [
    { key: "queue", label: "Queue", type: "unicode" },
    { key: "tags", label: "Tags", type: "unicode", list: true },
  ],
  sample: { id: 7, title: "Printer on fire", queue: "support" },
} as const satisfies Trigger;

/** The newest tickets first; no more than the three samples that the editor shows. */
export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  const { request, trigger_fields, meta } = bundle;
  request.params.sort = "-created_at";
  request.params.limit = meta.frontend ? 3 : 100;
  request.params.queue = trigger_fields.queue; // left out when it is empty
  request.params.tag = trigger_fields.tags; // tag=a&tag=b
  return request;
}

({ pre_poll }) satisfies TriggerMethods<typeof trigger>;
