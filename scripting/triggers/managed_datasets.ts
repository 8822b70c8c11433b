import type { Poll, Results, Trigger } from "zapc";
import { managedDatasets, titleOf } from "../automation.ts";
import { PAGE_SIZE } from "../paging.ts";

export const trigger = {
  label: "List of Managed Datasets",
  noun: "Dataset",
  help_text: "Fills the dropdown of datasets that the account may edit, published or not.",
  hidden: true,
  paging: true,
  url: "https://{{domain}}/api/automation/v1.0/datasets/",
  fields: [],
  sample: { id: "da_5m8ykr", title: "Air Quality", dataset_id: "air-quality", is_published: true },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const page = { limit: PAGE_SIZE, offset: (bundle.meta.page || 0) * PAGE_SIZE };
  return managedDatasets(bundle.auth_fields, page).map((dataset) => ({
    id: dataset.uid,
    title: titleOf(dataset),
    dataset_id: dataset.dataset_id,
    is_published: dataset.is_published,
  }));
}
