import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { FIRST_PAGE } from "../lists.ts";
import { managedDatasets, titleOf } from "../managed-datasets.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Managed Datasets",
  noun: "Dataset",
  help_text: "Fills the dropdown of datasets that the account may edit, published or not.",
  hidden: true,
  paging: true,
  url: "https://{{domain}}/api/automation/v1.0/datasets/",
  fields: [],
  sample: { id: "air-quality", title: "Air Quality", dataset_uid: "da_5m8ykr", is_published: true },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const page = { most: FIRST_PAGE, offset: (bundle.meta.page || 0) * FIRST_PAGE };
  return managedDatasets(pollingPortal(bundle), page).map((dataset) => ({
    id: dataset.dataset_id,
    title: titleOf(dataset),
    dataset_uid: dataset.uid,
    is_published: dataset.is_published,
  }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
