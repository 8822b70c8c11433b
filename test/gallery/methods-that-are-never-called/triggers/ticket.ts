import type { CatchHook, PreHook, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export const catch_hook = ({ cleaned_request }: CatchHook<typeof trigger>) => ({ body: cleaned_request });
export const pre_hook = ({ request }: PreHook<typeof trigger>) => request;
