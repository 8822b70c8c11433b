import type { PreHook, RequestResult, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  type: "notification_hook",
  event: "attachment.created",
  label: "New Attachment",
  noun: "Attachment",
  help_text: "Triggers when a file is attached to a ticket.",
  url: "https://{{domain}}/api/attachments?sort=-created_at",
  fields: [],
  sample: { id: 31, name: "fire.jpg", size: 48123, ticket: { title: "Printer on fire" } },
} as const satisfies Trigger;

/** The hook says where the attachment is, `{"resource_url": …}`; its ticket has to be asked for. */
export function pre_hook(bundle: PreHook<typeof trigger>): RequestResult {
  bundle.request.params.include = "ticket";
  return bundle.request;
}

({ pre_hook }) satisfies TriggerMethods<typeof trigger>;
