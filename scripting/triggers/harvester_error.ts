import type { Poll, Results, Trigger } from "zapc";
import { type Harvester, harvesterErrors, harvesters } from "../automation.ts";

export const trigger = {
  label: "Harvester Error",
  noun: "Harvester",
  help_text: "Triggers when a harvester ends with an error, once each run.",
  url: "https://{{domain}}/api/automation/v1.0/harvesters/",
  fields: [
    {
      key: "name",
      label: "Name",
      type: "unicode",
      help_text: "Only the harvester of this name, written as on the portal.",
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

/** Each takes a request of its own, and a poll has 30 seconds. */
const MOST_FAILED = 40;

/** With the start of the run in the id, a harvester that fails every night triggers every night. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields } = bundle;
  const name = (trigger_fields.name || "").trim();
  return harvesters(auth_fields)
    .filter((harvester) => hasFailed(harvester) && (!name || harvester.name === name))
    .sort((one, other) => startOf(other) - startOf(one))
    .slice(0, MOST_FAILED)
    .map((harvester) => {
      const { harvester: message, resources } = harvesterErrors(auth_fields, harvester.uid);
      return {
        id: `${harvester.uid}:${harvester.last_started_at}`,
        harvester_uid: harvester.uid,
        name: harvester.name,
        type: harvester.type,
        started_at: harvester.last_started_at,
        last_success_at: harvester.last_success_at,
        message,
        datasets: Object.keys(resources).map((dataset) => ({ dataset, message: resources[dataset] })),
      };
    });
}

function startOf({ last_started_at }: Harvester): number {
  return last_started_at ? Date.parse(last_started_at) : 0;
}

/** While a harvester runs, what it has failed with so far is not all. */
function hasFailed({ status, has_error, resource_errors_count }: Harvester): boolean {
  return status === "idle" && (has_error || resource_errors_count > 0);
}
