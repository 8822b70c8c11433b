import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { dataset } from "../explore.ts";
import { pollingPortal } from "../portal.ts";
import { datasetChosenFor } from "../record-fields.ts";

export const trigger = {
  label: "List of Fields",
  noun: "Field",
  help_text: "Fills the dropdown of a dataset's fields.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}",
  fields: [{ key: "dataset", label: "Dataset", type: "unicode", required: true }],
  sample: { id: "measured_at", label: "Time of Measurement", type: "datetime" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const chosen = datasetChosenFor("its fields", bundle.trigger_fields);
  const { fields } = dataset(pollingPortal(bundle), chosen);
  return fields.map(({ name, label, type }) => ({ id: name, label: label || name, type }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
