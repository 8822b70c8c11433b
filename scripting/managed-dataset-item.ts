/** A dataset and what it is doing, as actions report it. */
import { datasetStatus, type ManagedDataset, titleOf } from "./automation.ts";
import type { Account } from "./portal.ts";

export const managedDatasetField = {
  key: "dataset",
  label: "Dataset",
  type: "unicode",
  required: true,
  prefill: "managed_datasets.id.title",
  searchfill: "find_dataset.id",
  help_text: "The dataset, published or not.",
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

/** Whatever was begun with a dataset goes on for as long as it takes: its status tells how far it is. */
export function managedDatasetItem(dataset: ManagedDataset, account: Account) {
  const { status, since, is_published, message } = datasetStatus(account, dataset.uid);
  return {
    id: dataset.uid,
    dataset_id: dataset.dataset_id,
    title: titleOf(dataset),
    is_published,
    is_restricted: dataset.is_restricted,
    status,
    since,
    message,
    url: backOfficePage(account.domain, dataset.uid),
  };
}

/** Where a dataset is managed by people. */
export function backOfficePage(domain: string, uid: string): string {
  return `https://${domain}/backoffice/catalog/datasets/${encodeURIComponent(uid)}/`;
}
