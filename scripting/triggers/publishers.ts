import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { facetValueChoices } from "../facets.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Publishers",
  noun: "Publisher",
  help_text: "Fills the dropdown of publishers.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/facets?facet=publisher",
  fields: [],
  sample: { id: "City of Example", name: "City of Example", datasets: 12 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return facetValueChoices(pollingPortal(bundle), "publisher");
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
