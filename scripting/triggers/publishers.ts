import type { Poll, Results, Trigger } from "zapc";
import { facetValues } from "../explore.ts";

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
  return facetValues(bundle.auth_fields, "publisher").map(({ name, count }) => ({
    id: name,
    name,
    datasets: count,
  }));
}
