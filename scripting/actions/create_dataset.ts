import type { Action, Write, WriteResult } from "zapc";
import { createDataset } from "../automation.ts";
import { managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Create Dataset",
  noun: "Dataset",
  help_text: "Creates a dataset without data, which is not published yet.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/",
  fields: [
    { key: "title", label: "Title", type: "unicode", required: true },
    {
      key: "identifier",
      label: "Identifier",
      type: "unicode",
      placeholder: "air-quality",
      help_text:
        "What its address on the portal ends with. The portal makes one of the title when it is empty.",
    },
    { key: "description", label: "Description", type: "text", help_text: "May be HTML." },
    { key: "keywords", label: "Keywords", type: "unicode", list: true },
    { key: "publisher", label: "Publisher", type: "unicode" },
    {
      key: "language",
      label: "Language",
      type: "unicode",
      required: true,
      default: "en",
      help_text: "Its two-letter code.",
    },
    {
      key: "is_restricted",
      label: "Restricted",
      type: "bool",
      help_text: "Whether only those who are allowed to can see it.",
    },
  ],
  sample: { ...sampleManagedDataset, is_published: false, status: "idle" },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const { auth_fields, action_fields } = bundle;
  const {
    identifier,
    is_restricted = false,
    title,
    description,
    keywords,
    publisher,
    language,
  } = action_fields;
  const created = createDataset(auth_fields, {
    dataset_id: identifier && identifier.trim(),
    is_restricted,
    metadata: {
      default: {
        title: { value: title },
        language: { value: language },
        modified: { value: new Date().toISOString() },
        description: description && { value: description },
        keyword: keywords && { value: keywords },
        publisher: publisher && { value: publisher },
      },
    },
  });
  return managedDatasetItem(created, auth_fields);
}
