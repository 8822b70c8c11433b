import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import type { Portal } from "../call.ts";
import { catalogFields, chosenDatasets, onlyDataset } from "../catalog-fields.ts";
import { datasetPage, fileAt } from "../dataset-item.ts";
import { publishedDatasets } from "../datasets-in-sight.ts";
import { attachmentAddress, type ListedDataset, metasOf } from "../explore.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "New Attachment",
  noun: "Attachment",
  help_text: "Triggers when a file is attached to a dataset and the dataset is published.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "dataset",
      label: "Dataset",
      type: "unicode",
      prefill: "datasets.id.title",
      help_text:
        "Only attachments of this dataset. Leave it empty to watch all datasets that the fields below choose.",
    },
    ...catalogFields,
  ],
  sample: {
    id: "da_5m8ykr:stations_pdf",
    title: "stations.pdf",
    mimetype: "application/pdf",
    file: "https://data.example.com/api/explore/v2.1/catalog/datasets/air-quality/attachments/stations_pdf",
    dataset_uid: "da_5m8ykr",
    dataset_id: "air-quality",
    dataset_title: "Air Quality",
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const { trigger_fields, meta } = bundle;
  const portal = pollingPortal(bundle);
  const chosen = chosenDatasets(trigger_fields, onlyDataset(portal, trigger_fields.dataset));
  const remembered = "dataset_uid, dataset_id, attachments";
  const found = publishedDatasets(portal, chosen, { meta, remembered });
  const items: { id: string }[] = [];
  for (const dataset of found) items.push(...attachmentItems(portal, dataset));
  return polled(items, meta);
}

function attachmentItems(portal: Portal, dataset: ListedDataset) {
  const { dataset_uid, dataset_id, attachments } = dataset;
  return (attachments || []).map(({ id, title, mimetype }) => ({
    id: `${dataset_uid}:${id}`,
    title,
    mimetype,
    file: fileAt(portal, attachmentAddress(portal, dataset_id, id), title),
    dataset_uid,
    dataset_id,
    dataset_title: metasOf(dataset).title || dataset_id,
    url: datasetPage(portal.domain, dataset_id),
  }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
