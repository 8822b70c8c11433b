import type { Poll, Results, Trigger } from "zapc";
import { catalogFields, chosen } from "../catalog-fields.ts";
import { datasetItem, sampleDataset } from "../dataset-item.ts";
import { datasets, datasetsUntil, type ListedDataset, SAMPLES } from "../explore.ts";
import { descending } from "../odsql.ts";
import { polled } from "../polled.ts";
import { DAY, isOlderThan } from "../time.ts";

export const trigger = {
  label: "New Dataset",
  noun: "Dataset",
  help_text: "Triggers when a dataset is published on the portal, or when the data of one changes.",
  important: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "event",
      label: "Event",
      type: "unicode",
      default: "created",
      choices: { created: "A dataset is new", changed: "A dataset is new, or its data changes" },
      help_text:
        "A change is what the dataset's modification date says. Where the portal does not keep that date, each processing of the data counts.",
    },
    ...catalogFields,
  ],
  sample: { id: "da_5m8ykr", ...sampleDataset },
} as const satisfies Trigger;

/** How many datasets are remembered when a Zap is turned on. */
const MOST_REMEMBERED = 3000;

/** How many datasets are looked at in one poll, when as many were published within a day. */
const MOST_PUBLISHED = 1000;

/**
 * Publishing always processes a dataset's metadata, so what is new stands in front. When all datasets were just published
 * anew, a new one can stand behind many others: so all that were published within a day are looked at.
 */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields, meta } = bundle;
  const selection = { ...chosen(trigger_fields), order_by: descending("metadata_processed") };
  const asItem = (dataset: ListedDataset) => ({
    id:
      trigger_fields.event === "changed"
        ? `${dataset.dataset_uid}@${changedAt(dataset)}`
        : dataset.dataset_uid,
    ...datasetItem(dataset, auth_fields),
  });
  if (meta.frontend) {
    return datasets(auth_fields, { ...selection, limit: SAMPLES }).results.map(asItem);
  }
  const found = datasetsUntil(auth_fields, {
    ...selection,
    most: meta.first_poll ? MOST_REMEMBERED : MOST_PUBLISHED,
    isEnough: ({ metas }) => !meta.first_poll && isOlderThan(DAY, (metas.default || {}).metadata_processed),
  });
  return polled(found.map(asItem), meta);
}

/** When the data last changed, as far as the portal knows. */
function changedAt({ metas }: ListedDataset): string | undefined {
  const { modified, modified_updates_on_data_change, data_processed, metadata_processed } =
    metas.default || {};
  if (modified && modified_updates_on_data_change) return modified;
  return data_processed || metadata_processed;
}
