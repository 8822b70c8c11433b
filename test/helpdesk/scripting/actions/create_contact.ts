import type { Action } from "zapc";

export const action = {
  label: "Create Contact",
  noun: "Contact",
  help_text: "Creates a contact.",
  url: "https://{{domain}}/api/contacts",
  fields: [
    { key: "email", label: "Email", type: "unicode", required: true },
    { key: "name", label: "Name", type: "unicode" },
  ],
  sample: { id: 56, email: "bob@example.com" },
} as const satisfies Action;
