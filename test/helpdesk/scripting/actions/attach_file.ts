import type { Action } from "zapc";

/** Without a method: the platform sends the file and the fields as a multipart body. */
export const action = {
  label: "Attach File",
  noun: "File",
  help_text: "Attaches a file to a ticket.",
  url: "https://{{domain}}/api/tickets/{{ticket}}/files",
  fields: [
    { key: "ticket", label: "Ticket", type: "int", required: true, send_in_json: false },
    { key: "caption", label: "Caption", type: "unicode" },
    { key: "file", label: "File", type: "file", required: true },
  ],
  sample: { id: 31, name: "fire.txt" },
} as const satisfies Action;
