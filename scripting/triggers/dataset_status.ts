import type { Poll, Results, Trigger } from "zapc";
import { datasetStatus, managedDataset, titleOf } from "../automation.ts";
import { backOfficePage } from "../managed-dataset-item.ts";

export const trigger = {
  label: "Dataset Status",
  noun: "Dataset",
  help_text: "Triggers when a dataset gets a status such as an error or a reached limit.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/",
  fields: [
    {
      key: "datasets",
      label: "Datasets",
      type: "unicode",
      list: true,
      required: true,
      prefill: "managed_datasets.id.title",
      help_text: "At most 20: the portal is asked about each of them.",
    },
    {
      key: "statuses",
      label: "Statuses",
      type: "unicode",
      list: true,
      choices: {
        error: "Error",
        limit_reached: "Limit reached",
        idle: "Idle",
        queued: "Queued",
        processing: "Processing",
        aborting_processing: "Aborting",
        saving_version: "Saving a version",
        deleting: "Deleting",
      },
      help_text: "Only these statuses. When this is empty: an error, or a reached limit.",
    },
  ],
  sample: {
    id: "da_5m8ykr:error:2024-03-01T09:05:12+00:00",
    dataset_uid: "da_5m8ykr",
    dataset_id: "air-quality",
    title: "Air Quality",
    status: "error",
    previous: "processing",
    since: "2024-03-01T09:05:12+00:00",
    is_published: true,
    message: "The source could not be read.",
    records_errors: [{ record_id: "a1b2", field_uid: "fi_1", message: "Invalid number" }],
    url: "https://data.example.com/backoffice/catalog/datasets/da_5m8ykr/",
  },
} as const satisfies Trigger;

/** Each dataset takes two requests, and a poll has 30 seconds. */
const MOST_DATASETS = 20;

/** With the time at which it began in the id, the same status triggers again when it comes back. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields } = bundle;
  const { datasets, statuses = ["error", "limit_reached"] } = trigger_fields;
  if (datasets.length > MOST_DATASETS) {
    throw new ErrorException(`Choose at most ${MOST_DATASETS} datasets: there are ${datasets.length}.`);
  }
  const items: Results = [];
  for (const uid of datasets) {
    const { records_errors, status, ...rest } = datasetStatus(auth_fields, uid);
    if (statuses.indexOf(status as (typeof statuses)[number]) === -1) continue;
    const dataset = managedDataset(auth_fields, uid);
    items.push({
      id: `${dataset.uid}:${status}:${rest.since}`,
      dataset_uid: dataset.uid,
      dataset_id: dataset.dataset_id,
      title: titleOf(dataset),
      status,
      previous: rest.previous,
      since: rest.since,
      is_published: rest.is_published,
      message: rest.message,
      records_errors,
      url: backOfficePage(auth_fields.domain, dataset.uid),
    });
  }
  return items;
}
