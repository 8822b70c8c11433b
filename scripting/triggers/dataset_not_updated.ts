import type { Poll, Results, Trigger } from "zapc";
import { catalogFields, chosen } from "../catalog-fields.ts";
import { datasetItem, sampleDataset } from "../dataset-item.ts";
import { datasets, datasetsUntil, SAMPLES } from "../explore.ts";
import { all, before, descending, equals } from "../odsql.ts";
import { polled } from "../polled.ts";
import { DAY, isOlderThan, minutesAgo } from "../time.ts";

export const trigger = {
  label: "Dataset Not Updated",
  noun: "Dataset",
  help_text: "Triggers once each time the data of a dataset has not been processed for a while.",
  important: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "minutes",
      label: "Minutes",
      type: "int",
      required: true,
      default: "15",
      help_text: "How long the data may stay as it is before this triggers.",
    },
    {
      key: "dataset",
      label: "Dataset",
      type: "unicode",
      prefill: "datasets.id.title",
      help_text: "Only this dataset. Leave it empty to watch all that the other fields choose.",
    },
    {
      key: "already_stale",
      label: "Already Out of Date",
      type: "unicode",
      default: "wait",
      choices: { wait: "Wait until it is updated and stops again", alert: "Trigger for it, too" },
      help_text: "What to do about datasets that are out of date when the Zap is turned on.",
    },
    ...catalogFields,
  ],
  sample: { id: "da_5m8ykr:2024-03-01T09:05:12+00:00", minutes_since: 42, ...sampleDataset },
} as const satisfies Trigger;

/** How many datasets are looked at in one poll, when as many went out of date within a day or were so before. */
const MOST_AT_ONCE = 1000;
/** How many are remembered when a Zap is turned on. */
const MOST_REMEMBERED = 3000;

/** With the time of the last processing in the id, each standstill is an item of its own: an update arms the alert again. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields, meta } = bundle;
  const { minutes, dataset, already_stale } = trigger_fields;
  if (minutes <= 0) throw new ErrorException("Minutes must be more than 0.");
  if (meta.first_poll && already_stale === "alert") return [];

  const isStale = before("data_processed", minutesAgo(minutes));
  const selection = {
    ...chosen(trigger_fields, all([isStale, dataset && equals("dataset_id", dataset.trim())])),
    order_by: descending("data_processed"),
  };
  const found = meta.frontend
    ? datasets(auth_fields, { ...selection, limit: SAMPLES }).results
    : datasetsUntil(auth_fields, {
        ...selection,
        most: meta.first_poll ? MOST_REMEMBERED : MOST_AT_ONCE,
        isEnough: ({ metas }) =>
          !meta.first_poll &&
          already_stale !== "alert" &&
          isOlderThan(minutes + DAY, (metas.default || {}).data_processed),
      });
  const items = found.map((each) => {
    const { data_processed } = each.metas.default || {};
    return {
      id: `${each.dataset_uid}:${data_processed}`,
      minutes_since: Math.floor((Date.now() - Date.parse(String(data_processed))) / 60_000),
      ...datasetItem(each, auth_fields),
    };
  });
  return polled(items, meta);
}
