import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { countDatasets } from "../explore.ts";
import { pollingPortal } from "../portal.ts";

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
  return [{ id: bundle.auth_fields.domain, datasets: countDatasets(pollingPortal(bundle)) }];
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
