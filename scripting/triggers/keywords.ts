import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { facetValueChoices } from "../facets.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Keywords",
  noun: "Keyword",
  help_text: "Fills the dropdown of keywords.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/facets?facet=keyword",
  fields: [],
  sample: { id: "air", name: "air", datasets: 12 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return facetValueChoices(pollingPortal(bundle), "keyword");
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
