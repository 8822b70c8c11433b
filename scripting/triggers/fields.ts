import type { Poll, Results, Trigger } from "zapc";
import { dataset } from "../explore.ts";

export const trigger = {
  label: "List of Fields",
  noun: "Field",
  help_text: "Fills the dropdown of a dataset's fields.",
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}",
  fields: [{ key: "dataset", label: "Dataset", type: "unicode", required: true }],
  sample: { id: "measured_at", label: "Time of Measurement", type: "datetime" },
} as const satisfies Trigger;

/** The dataset is what the user has chosen in the step so far. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { fields } = dataset(bundle.auth_fields, bundle.trigger_fields.dataset);
  return fields.map(({ name, label, type }) => ({ id: name, label: label || name, type }));
}
