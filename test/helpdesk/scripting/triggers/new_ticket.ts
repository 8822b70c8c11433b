import type { CatchHook, HookResults, PostPoll, Results, Trigger, TriggerMethods } from "zapc";
import { asItem, type Ticket } from "../ticket.ts";

export const trigger = {
  type: "rest_hook",
  event: "ticket.opened",
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://{{domain}}/api/tickets",
  fields: [{ key: "queue", label: "Queue", type: "unicode", prefill: "queues.id.title" }],
  sample: { id: 7, number: 7, title: "Printer on fire", priority: 3 },
} as const satisfies Trigger;

/** `{"kind": "ping"}` from time to time, else `{"kind": "tickets", "tickets": […]}` */
export function catch_hook({ cleaned_request }: CatchHook<typeof trigger>): HookResults {
  const { kind, tickets = [] } = cleaned_request as { kind: string; tickets?: Ticket[] };
  return kind === "ping" ? [] : tickets.map(withId);
}

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const { tickets } = z.JSON.parse<{ tickets: Ticket[] }>(response.content);
  return tickets.map(withId);
}

function withId(ticket: Ticket) {
  return { id: ticket.number, ...asItem(ticket) };
}

({ catch_hook, post_poll }) satisfies TriggerMethods<typeof trigger>;
