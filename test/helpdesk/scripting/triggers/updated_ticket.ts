import type { PostPoll, PrePoll, RequestResult, Results, Trigger, TriggerMethods } from "zapc";
import { asItem, type Ticket } from "../ticket.ts";

export const trigger = {
  label: "Updated Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket changes.",
  url: "https://{{domain}}/api/tickets",
  fields: [
    { key: "queue", label: "Queue", type: "unicode", prefill: "queues.id.title" },
    { key: "urgent", label: "Only Urgent Ones", type: "bool", default: "false" },
    { key: "since", label: "Changed Since", type: "datetime" },
  ],
  sample: { id: "7@2026-03-01T09:00:00Z", number: 7, title: "Printer on fire", priority: 3 },
} as const satisfies Trigger;

export function pre_poll({ request, trigger_fields }: PrePoll<typeof trigger>): RequestResult {
  const { queue, since } = trigger_fields;
  return { params: { ...request.params, queue, since } };
}

/** Each change is an item of its own. */
export function post_poll({ response, trigger_fields }: PostPoll<typeof trigger>): Results {
  const { tickets } = z.JSON.parse<{ tickets: Ticket[] }>(response.content);
  const chosen = trigger_fields.urgent ? tickets.filter(({ priority }) => priority > 2) : tickets;
  console.log(`${chosen.length} of ${tickets.length} tickets`);
  return chosen.map((ticket) => ({
    ...asItem(ticket),
    id: `${ticket.number}@${ticket.updated_at}`,
    conversation: z.dehydrate("get_conversation", { ticket: ticket.number }),
    attachment: ticket.attachment && z.dehydrateFile(ticket.attachment),
  }));
}

({ pre_poll, post_poll }) satisfies TriggerMethods<typeof trigger>;
