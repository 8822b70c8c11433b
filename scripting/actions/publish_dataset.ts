import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { beginWith, managedDatasetField, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Publish Dataset",
  noun: "Dataset",
  help_text: "Publishes a dataset, or the changes that were made to it.",
  important: true,
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/publish/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  return beginWith("publish", bundle);
}

({ write }) satisfies ActionMethods<typeof action>;
