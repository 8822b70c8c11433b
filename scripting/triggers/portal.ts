import type { Poll, Results, Trigger } from "zapc";
import { datasets } from "../explore.ts";

export const trigger = {
  label: "Portal",
  noun: "Portal",
  help_text: "Tests a connected account.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [],
  sample: { id: "data.example.com", datasets: 6 },
} as const satisfies Trigger;

/** An empty portal is a portal, too. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { total_count } = datasets(bundle.auth_fields, { limit: 1 });
  return [{ id: bundle.auth_fields.domain, datasets: total_count }];
}
