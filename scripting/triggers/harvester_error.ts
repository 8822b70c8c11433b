import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { type Harvester, harvesterErrors, harvesters } from "../managed-portal.ts";
import { pick } from "../objects.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "New Harvester Error",
  noun: "Error",
  help_text: "Triggers when a run of a harvester ends with an error.",
  url: "https://{{domain}}/api/automation/v1.0/harvesters/",
  fields: [
    {
      key: "name",
      label: "Harvester",
      type: "unicode",
      prefill: "harvesters.name.name",
      help_text: "Only this harvester. If this is empty, all harvesters.",
    },
  ],
  sample: {
    id: "ha_1x2y3z:2024-03-01T02:00:00+00:00",
    harvester_uid: "ha_1x2y3z",
    name: "Regional Portal",
    type: "ckan",
    started_at: "2024-03-01T02:00:00+00:00",
    last_success_at: "2024-02-29T02:04:00+00:00",
    message: "The remote portal could not be reached.",
    datasets: [{ dataset: "remote-dataset", message: "It could not be read." }],
  },
} as const satisfies Trigger;

/** Each takes a request, and a poll has 30 seconds. */
const MOST_FAILED = 20;

/** The start of the run is in the id: a harvester that fails every night triggers every night. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const portal = pollingPortal(bundle);
  const name = (bundle.trigger_fields.name || "").trim();
  const failed = harvesters(portal)
    .filter((harvester) => hasFailed(harvester) && (!name || harvester.name === name))
    .sort((one, other) => startOf(other) - startOf(one))
    .slice(0, MOST_FAILED);
  const items = failed.map((harvester) => {
    const errors = harvesterErrors(portal, harvester.uid);
    const faults = errors.resources || {};
    return {
      id: `${harvester.uid}:${harvester.last_started_at}`,
      harvester_uid: harvester.uid,
      ...pick(harvester, ["name", "type"]),
      started_at: harvester.last_started_at,
      last_success_at: harvester.last_success_at,
      message: errors.harvester,
      datasets: Object.keys(faults).map((dataset) => ({ dataset, message: faults[dataset] })),
    };
  });
  return polled(items, bundle.meta);
}

function startOf(harvester: Harvester): number {
  return Date.parse(harvester.last_started_at || "") || 0;
}

/** While it runs, the errors so far are not all. */
function hasFailed(harvester: Harvester): boolean {
  return harvester.status === "idle" && (harvester.has_error || harvester.resource_errors_count > 0);
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
