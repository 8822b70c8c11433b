/** A dataset and its status, as actions report them. */
import type { Account, Portal } from "./call.ts";
import {
  beginTask,
  type DatasetStatus,
  type DatasetTask,
  datasetStatusIfThere,
  type ManagedDataset,
  managedDataset,
  titleOf,
} from "./managed-datasets.ts";
import { pick } from "./objects.ts";
import { actingPortal } from "./portal.ts";

export const managedDatasetField = {
  key: "dataset",
  label: "Dataset",
  type: "unicode",
  required: true,
  prefill: "managed_datasets.id.title",
  searchfill: "find_dataset.dataset_id",
  help_text: "Choose a dataset, published or not, or give its identifier.",
} as const;

export const sampleManagedDataset = {
  id: "da_5m8ykr",
  dataset_id: "air-quality",
  title: "Air Quality",
  is_published: true,
  is_restricted: false,
  status: "processing",
  since: "2024-03-01T09:05:12+00:00",
  message: null,
  url: "https://data.example.com/backoffice/catalog/datasets/da_5m8ykr/",
} as const;

interface TaskBundle {
  auth_fields: Account;
  action_fields: { dataset: string };
}

/** Begins a task, and reports how far the portal is. */
export function beginWith(task: DatasetTask, bundle: TaskBundle) {
  const portal = actingPortal(bundle);
  const dataset = managedDataset(portal, bundle.action_fields.dataset);
  beginTask(portal, dataset.uid, task);
  return managedDatasetItem(portal, dataset);
}

export function managedDatasetItem(portal: Portal, dataset: ManagedDataset) {
  return {
    id: dataset.uid || dataset.dataset_id,
    dataset_id: dataset.dataset_id,
    title: titleOf(dataset),
    is_restricted: dataset.is_restricted,
    ...pick(statusIfKnown(portal, dataset.uid), ["is_published", "status", "since", "message"]),
    url: backOfficePage(portal.domain, dataset.uid),
  };
}

/** The action has succeeded, even if the status cannot be read. */
function statusIfKnown(portal: Portal, uid: string): Partial<DatasetStatus> {
  try {
    const status = uid ? datasetStatusIfThere(portal, uid) : undefined;
    if (status) return status;
  } catch {
    // The reason does not matter.
  }
  const message = `${portal.domain} did not tell the dataset's status.`;
  return { status: "unknown", is_published: null, message };
}

export function backOfficePage(domain: string, uid: string): string {
  return `https://${domain}/backoffice/catalog/datasets/${encodeURIComponent(uid)}/`;
}
