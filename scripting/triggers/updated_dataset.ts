import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { catalogFields, chosenDatasets } from "../catalog-fields.ts";
import { polledDatasets, sampleDataset } from "../dataset-item.ts";
import { dataChangedAt, publishedAt, publishedDatasets } from "../datasets-in-sight.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "Updated Dataset",
  noun: "Dataset",
  help_text: "Triggers when the data of a dataset changes, or when a dataset is new.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "change",
      label: "Change",
      type: "unicode",
      default: "data",
      choices: { data: "Its data changes", published: "It is published again, for any reason" },
      help_text:
        "Data has changed when the dataset has a new modification date, if the portal sets that date by itself. Otherwise every processing of the data counts as a change.",
    },
    ...catalogFields,
  ],
  sample: {
    id: "da_5m8ykr@2024-03-01T09:00:00+00:00",
    changed_at: "2024-03-01T09:00:00+00:00",
    ...sampleDataset,
  },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const { trigger_fields, meta } = bundle;
  const portal = pollingPortal(bundle);
  const found = publishedDatasets(portal, chosenDatasets(trigger_fields), {
    meta,
    remembered: "dataset_uid, metas",
  });
  const changedAt = trigger_fields.change === "published" ? publishedAt : dataChangedAt;
  return polledDatasets({ portal, meta }, found, (dataset) => ({
    id: `${dataset.dataset_uid}@${changedAt(dataset)}`,
    changed_at: changedAt(dataset),
  }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
