import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { harvesters } from "../managed-portal.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Harvesters",
  noun: "Harvester",
  help_text: "Fills the dropdown of harvesters.",
  hidden: true,
  url: "https://{{domain}}/api/automation/v1.0/harvesters/",
  fields: [],
  sample: { id: "ha_1x2y3z", name: "Regional Portal", type: "ckan" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return harvesters(pollingPortal(bundle)).map(({ uid, name, type }) => ({ id: uid, name, type }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
