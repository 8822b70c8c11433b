import type { Action, Write, WriteResult } from "zapc";
import { managedDataset, setPublished } from "../automation.ts";
import { managedDatasetField, managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Publish Dataset",
  noun: "Dataset",
  help_text: "Publishes a dataset, or what has changed in it.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/publish/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const { auth_fields, action_fields } = bundle;
  setPublished(auth_fields, action_fields.dataset, "publish");
  return managedDatasetItem(managedDataset(auth_fields, action_fields.dataset), auth_fields);
}
