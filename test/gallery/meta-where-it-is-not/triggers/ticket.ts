import type { CatchHook, HookResults, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function catch_hook({ cleaned_request, meta }: CatchHook<typeof trigger>): HookResults {
  return meta.frontend ? [] : { body: cleaned_request };
}
