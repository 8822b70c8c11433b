import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";
import { createDataset } from "../managed-datasets.ts";
import { actingPortal } from "../portal.ts";

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
        "The last part of its address on the portal. If this is empty, the portal makes one from the title.",
    },
    { key: "description", label: "Description", type: "text", help_text: "It may contain HTML." },
    { key: "keywords", label: "Keywords", type: "unicode", list: true },
    { key: "publisher", label: "Publisher", type: "unicode" },
    {
      key: "language",
      label: "Language",
      type: "unicode",
      required: true,
      default: "en",
      help_text: "A code of two letters, such as `fr`.",
    },
    {
      key: "is_restricted",
      label: "Restricted",
      type: "bool",
      help_text: "Yes hides the dataset from everyone without the right to see it.",
    },
  ],
  sample: { ...sampleManagedDataset, is_published: false, status: "idle" },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const { identifier = "", is_restricted = false, title, ...others } = bundle.action_fields;
  const portal = actingPortal(bundle);
  const created = createDataset(portal, {
    dataset_id: identifier.trim() || undefined,
    is_restricted,
    metadata: {
      default: {
        title: { value: title },
        language: { value: others.language },
        modified: { value: new Date().toISOString() },
        description: others.description && { value: others.description },
        keyword: others.keywords && { value: others.keywords },
        publisher: others.publisher && { value: others.publisher },
      },
    },
  });
  // An answer that was cut off on its way does not say what was created.
  const metadata = { default: { title: { value: title } } };
  const known = { uid: "", dataset_id: identifier || title, is_published: false, is_restricted };
  return managedDatasetItem(portal, { ...known, metadata, ...created });
}

({ write }) satisfies ActionMethods<typeof action>;
