import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { facetValueChoices } from "../facets.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Themes",
  noun: "Theme",
  help_text: "Fills the dropdown of themes.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/facets?facet=theme",
  fields: [],
  sample: { id: "Environment", name: "Environment", datasets: 12 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return facetValueChoices(pollingPortal(bundle), "theme");
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
