import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { facetValueChoices } from "../facets.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Languages",
  noun: "Language",
  help_text: "Fills the dropdown of languages.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/facets?facet=language",
  fields: [],
  sample: { id: "en", name: "en", datasets: 12 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return facetValueChoices(pollingPortal(bundle), "language");
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
