import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { catalogDatasets, metasOf } from "../explore.ts";
import { FIRST_PAGE } from "../lists.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Datasets",
  noun: "Dataset",
  help_text: "Fills the dropdown of published datasets.",
  hidden: true,
  paging: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [],
  sample: { id: "air-quality", title: "Air Quality", dataset_uid: "da_5m8ykr" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const page = { most: FIRST_PAGE, offset: (bundle.meta.page || 0) * FIRST_PAGE };
  const found = catalogDatasets(pollingPortal(bundle), { ...page, order_by: "title" });
  return found.map((dataset) => ({
    id: dataset.dataset_id,
    title: metasOf(dataset).title || dataset.dataset_id,
    dataset_uid: dataset.dataset_uid,
  }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
