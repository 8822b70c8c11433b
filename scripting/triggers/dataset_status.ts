import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import type { Portal } from "../call.ts";
import { catalogDatasets, identifierIn, metasOf } from "../explore.ts";
import { backOfficePage } from "../managed-dataset-item.ts";
import { datasetStatusIfThere, managedDatasetIfThere, titleOf } from "../managed-datasets.ts";
import { contains, pick } from "../objects.ts";
import { oneOf } from "../odsql.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "New Dataset Status",
  noun: "Status",
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
      help_text: "At most 20, published or not. A dataset that is deleted later is ignored.",
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
      help_text: "Only these statuses. If this is empty, an error or a reached limit.",
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

/** Each takes a request, and a poll has 30 seconds. */
const MOST_DATASETS = 20;

/** A dataset with the names that its items have. */
interface WatchedDataset {
  dataset_uid: string;
  dataset_id: string;
  title: string;
}

/** The time at which it began is in the id: a status that comes back triggers again. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { statuses = ["error", "limit_reached"] } = bundle.trigger_fields;
  const datasets = bundle.trigger_fields.datasets.filter((typed) => typed.trim() !== "");
  if (datasets.length > MOST_DATASETS) {
    throw new ErrorException(`Choose at most ${MOST_DATASETS} datasets: there are ${datasets.length}.`);
  }
  const portal = pollingPortal(bundle);
  const items = statusItems(portal, watchedDatasets(portal, datasets.map(identifierIn)));
  if (items.length === 0) {
    throw new ErrorException(`${portal.domain} does not have any of the chosen datasets any more.`);
  }
  const wanted = items.filter((item) => contains(statuses, item.status));
  return polled(wanted, bundle.meta);
}

/** The chosen datasets that are still there. */
function watchedDatasets(portal: Portal, identifiers: string[]): WatchedDataset[] {
  const published = datasetsInCatalog(portal, identifiers);
  const watched: WatchedDataset[] = [];
  for (const identifier of identifiers) {
    const found = published[identifier] || unpublishedDataset(portal, identifier);
    if (found) watched.push(found);
  }
  return watched;
}

function unpublishedDataset(portal: Portal, identifier: string): WatchedDataset | undefined {
  const found = managedDatasetIfThere(portal, identifier);
  return found && { dataset_uid: found.uid, dataset_id: found.dataset_id, title: titleOf(found) };
}

/** Those in the catalog by both of their identifiers, in one request. The others are asked for one by one. */
function datasetsInCatalog(portal: Portal, identifiers: string[]) {
  const where = `${oneOf("dataset_id", identifiers)} or ${oneOf("dataset_uid", identifiers)}`;
  const found: { [identifier: string]: WatchedDataset | undefined } = {};
  try {
    for (const dataset of catalogDatasets(portal, { where, most: MOST_DATASETS })) {
      const { dataset_uid, dataset_id } = dataset;
      const title = metasOf(dataset).title || dataset_id;
      found[dataset_uid] = { dataset_uid, dataset_id, title };
      found[dataset_id] = { dataset_uid, dataset_id, title };
    }
  } catch {
    // The Automation API has all of them.
  }
  return found;
}

function statusItems(portal: Portal, datasets: WatchedDataset[]) {
  const items = [];
  for (const dataset of datasets) {
    const uid = dataset.dataset_uid;
    const found = datasetStatusIfThere(portal, uid);
    if (!found) continue;
    items.push({
      id: [uid, found.status, found.since].join(":"),
      ...dataset,
      ...pick(found, ["status", "previous", "since", "is_published", "message", "records_errors"]),
      url: backOfficePage(portal.domain, uid),
    });
  }
  return items;
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
