import type { CatchHook, HookResults, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  type: "rest_hook",
  event: "ticket.closed",
  label: "Closed Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is closed.",
  url: "https://{{domain}}/api/tickets?state=closed&sort=-closed_at",
  fields: [{ key: "queue", label: "Queue", type: "unicode" }],
  sample: { id: 7, title: "Printer on fire", resolution: "Bought a new one" },
} as const satisfies Trigger;

type Hook = {
  kind: "ping" | "tickets";
  tickets?: { id: number; title: string; resolution: string }[];
};

/** `{"kind": "tickets", "tickets": [{"id": 7, …}]}`, and now and then a ping. */
export function catch_hook(bundle: CatchHook<typeof trigger>): HookResults {
  const { kind, tickets = [] } = bundle.cleaned_request as Hook;
  return kind === "ping" ? [] : tickets;
}

({ catch_hook }) satisfies TriggerMethods<typeof trigger>;
