import type { CatchHook, HookResults, PostHook, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function catch_hook(bundle: CatchHook<typeof trigger>): HookResults {
  return bundle.cleaned_request.ticket;
}

export function post_hook({ response }: PostHook<typeof trigger>) {
  return response.content;
}
