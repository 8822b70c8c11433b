import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { startHarvester } from "../managed-portal.ts";
import { pick } from "../objects.ts";
import { actingPortal } from "../portal.ts";

export const action = {
  label: "Start Harvester",
  noun: "Harvester",
  help_text: "Starts a harvester, which fetches the datasets of another portal.",
  url: "https://{{domain}}/api/automation/v1.0/harvesters/{{harvester}}/start/",
  fields: [
    {
      key: "harvester",
      label: "Harvester",
      type: "unicode",
      required: true,
      prefill: "harvesters.id.name",
      help_text: "Choose a harvester, or give its identifier.",
    },
  ],
  sample: {
    id: "ha_1x2y3z",
    name: "Regional Portal",
    type: "ckan",
    status: "queued",
    last_started_at: "2024-03-01T02:00:00+00:00",
  },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const uid = bundle.action_fields.harvester.trim();
  const started = startHarvester(actingPortal(bundle), uid);
  return { id: uid, ...pick(started, ["name", "type", "status", "last_started_at"]) };
}

({ write }) satisfies ActionMethods<typeof action>;
