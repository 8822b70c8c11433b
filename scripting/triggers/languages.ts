import type { Poll, Results, Trigger } from "zapc";
import { facetValues } from "../explore.ts";

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
  return facetValues(bundle.auth_fields, "language").map(({ name, count }) => ({
    id: name,
    name,
    datasets: count,
  }));
}
