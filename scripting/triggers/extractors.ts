import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { extractors } from "../managed-portal.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of File Formats",
  noun: "File Format",
  help_text: "Fills the dropdown of the file formats that a portal reads.",
  hidden: true,
  url: "https://{{domain}}/api/automation/v1.0/extractors/",
  fields: [],
  sample: { id: "csvfile", label: "CSV File" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return extractors(pollingPortal(bundle)).map(({ type, label }) => ({ id: type, label: label || type }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
