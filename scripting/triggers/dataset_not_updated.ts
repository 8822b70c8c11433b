import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import type { Portal } from "../call.ts";
import { catalogFields, chosenDatasets, onlyDataset } from "../catalog-fields.ts";
import { polledDatasets, sampleDataset } from "../dataset-item.ts";
import { dataProcessedAt, datasetsInSight } from "../datasets-in-sight.ts";
import type { ListedDataset } from "../explore.ts";
import { all, before, descending } from "../odsql.ts";
import { pollingPortal } from "../portal.ts";
import { checkMinutes, DAY, isOlderThan, minutesAgo, minutesBetween } from "../time.ts";

export const trigger = {
  // zapc-ignore trigger-label -- it triggers because nothing new has come
  label: "Dataset Not Updated",
  noun: "Dataset",
  help_text: "Triggers when the data of a dataset has not been updated for a number of minutes.",
  important: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "minutes",
      label: "Minutes",
      type: "int",
      required: true,
      default: "15",
      help_text: "How many minutes may pass without an update before the Zap triggers.",
    },
    {
      key: "dataset",
      label: "Dataset",
      type: "unicode",
      prefill: "datasets.id.title",
      help_text: "Only this dataset. Leave it empty to watch all datasets that the fields below choose.",
    },
    {
      key: "already_stale",
      label: "Already Out of Date",
      type: "unicode",
      default: "wait",
      choices: { wait: "No: wait until it is updated and stops again", alert: "Yes: trigger at once" },
      help_text: "Whether the Zap triggers for datasets that are out of date when it is turned on.",
    },
    ...catalogFields,
  ],
  sample: { id: "da_5m8ykr:2024-03-01T09:05:12+00:00", minutes_since: 42, ...sampleDataset },
} as const satisfies Trigger;

type Bundle = Poll<typeof trigger>;

/** The time of the last processing is in the id: an update arms the alert again. */
export function poll(bundle: Bundle): Results {
  const { trigger_fields, meta } = bundle;
  checkMinutes(trigger_fields.minutes);
  // An id that is not remembered triggers at the next poll.
  if (meta.first_poll && trigger_fields.already_stale === "alert") return [];
  const portal = pollingPortal(bundle);
  const now = new Date();
  return polledDatasets({ portal, meta }, staleDatasets(portal, bundle), (stale) => {
    const processed = String(dataProcessedAt(stale));
    return { id: `${stale.dataset_uid}:${processed}`, minutes_since: minutesBetween(processed, now) };
  });
}

function staleDatasets(portal: Portal, { trigger_fields, meta }: Bundle): ListedDataset[] {
  const { minutes } = trigger_fields;
  const isStale = before("data_processed", minutesAgo(minutes));
  const selection = {
    ...chosenDatasets(trigger_fields, all([isStale, onlyDataset(portal, trigger_fields.dataset)])),
    order_by: descending("data_processed"),
  };
  const remembered = "dataset_uid, metas";
  if (trigger_fields.already_stale === "alert")
    return datasetsInSight(portal, selection, { meta, remembered });
  // Those of more than a day ago have triggered.
  const isEnough = (last: ListedDataset) => isOlderThan(minutes + DAY, dataProcessedAt(last));
  return datasetsInSight(portal, selection, { meta, remembered, isEnough });
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
