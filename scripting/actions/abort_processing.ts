import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { beginWith, managedDatasetField, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Abort Processing",
  noun: "Dataset",
  help_text: "Stops the processing of a dataset. The records that are processed already stay.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/abort/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  return beginWith("abort", bundle);
}

({ write }) satisfies ActionMethods<typeof action>;
