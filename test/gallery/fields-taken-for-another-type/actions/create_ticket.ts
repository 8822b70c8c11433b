import type { Action, PreWrite, WriteRequestResult } from "zapc";

export const action = {
  label: "Create Ticket", noun: "Ticket", help_text: "Opens a ticket.",
  url: "https://example.com/tickets",
  fields: [
    { key: "priority", label: "Priority", type: "int", required: true },
    { key: "urgent", label: "Urgent", type: "bool", required: true },
    { key: "tags", label: "Tags", type: "unicode", list: true, required: true },
    { key: "labels", label: "Labels", type: "dict", required: true },
    { key: "attachment", label: "Attachment", type: "file", required: true },
    { key: "note", label: "Note", type: "copy" },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Action;

export function pre_write(bundle: PreWrite<typeof action>): WriteRequestResult {
  const { priority, urgent, tags, labels, attachment, note } = bundle.action_fields_full;
  return {
    data: z.JSON.stringify({
      priority: priority.trim(),
      urgent: urgent === "yes",
      tags: tags.split(","),
      labels: labels.join(),
      attachment: attachment.name,
      note,
    }),
  };
}
