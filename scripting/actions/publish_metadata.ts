import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { beginWith, managedDatasetField, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Publish Metadata",
  noun: "Dataset",
  help_text: "Publishes the metadata of a dataset, such as its title, without processing its data again.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/publish_metadata/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  return beginWith("publish_metadata", bundle);
}

({ write }) satisfies ActionMethods<typeof action>;
