import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { catalogFacets } from "../explore.ts";
import { facetChoices } from "../facets.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Catalog Facets",
  noun: "Facet",
  help_text: "Fills the dropdown of the facets of the catalog, with their values.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/facets",
  fields: [],
  sample: { id: "features:geo", name: "features: geo (12)", facet: "features" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return facetChoices(catalogFacets(pollingPortal(bundle)));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
