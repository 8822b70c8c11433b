import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { beginWith, managedDatasetField, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Unpublish Dataset",
  noun: "Dataset",
  help_text: "Takes a dataset off the portal. It is not deleted.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/unpublish/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  return beginWith("unpublish", bundle);
}

({ write }) satisfies ActionMethods<typeof action>;
