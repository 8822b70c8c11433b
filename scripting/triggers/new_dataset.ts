import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { catalogFields, chosenDatasets } from "../catalog-fields.ts";
import { polledDatasets, sampleDataset } from "../dataset-item.ts";
import { dataChangedAt, publishedDatasets } from "../datasets-in-sight.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "New Dataset",
  noun: "Dataset",
  help_text: "Triggers when a dataset is published on the portal.",
  important: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "event",
      label: "Event",
      type: "unicode",
      default: "created",
      choices: { created: "A dataset is new", changed: "A dataset is new, or its data changes" },
      help_text: 'The trigger "Updated Dataset" offers more kinds of changes.',
    },
    ...catalogFields,
  ],
  sample: { id: "da_5m8ykr", ...sampleDataset },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const { trigger_fields, meta } = bundle;
  const portal = pollingPortal(bundle);
  const isByChange = trigger_fields.event === "changed";
  const remembered = isByChange ? "dataset_uid, metas" : "dataset_uid";
  const found = publishedDatasets(portal, chosenDatasets(trigger_fields), { meta, remembered });
  return polledDatasets({ portal, meta }, found, (dataset) => {
    const { dataset_uid } = dataset;
    return { id: isByChange ? `${dataset_uid}@${dataChangedAt(dataset)}` : dataset_uid };
  });
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
