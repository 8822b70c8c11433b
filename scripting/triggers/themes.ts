import type { Poll, Results, Trigger } from "zapc";
import { facetValues } from "../explore.ts";

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
  return facetValues(bundle.auth_fields, "theme").map(({ name, count }) => ({
    id: name,
    name,
    datasets: count,
  }));
}
