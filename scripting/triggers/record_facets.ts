import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { recordFacets } from "../explore.ts";
import { facetChoices } from "../facets.ts";
import { pollingPortal } from "../portal.ts";
import { datasetChosenFor } from "../record-fields.ts";

export const trigger = {
  label: "List of Record Facets",
  noun: "Facet",
  help_text: "Fills the dropdown of the facets of a dataset, with their values.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/facets",
  fields: [{ key: "dataset", label: "Dataset", type: "unicode", required: true }],
  sample: { id: "station:Harbour", name: "station: Harbour (12)", facet: "station" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const chosen = datasetChosenFor("its facets", bundle.trigger_fields);
  return facetChoices(recordFacets(pollingPortal(bundle), chosen));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
