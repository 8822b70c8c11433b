import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { aggregate, dataset, type Group } from "../explore.ts";
import { fieldName } from "../odsql.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";
import { chosenRecords, datasetField, selectionFields } from "../record-fields.ts";
import { knownField } from "../record-identity.ts";
import { checkMinutes, minutesBetween } from "../time.ts";

export const trigger = {
  // zapc-ignore trigger-label -- it triggers because nothing new has come
  label: "No Data From a Source",
  noun: "Source",
  help_text: "Triggers when a source, such as a station, has sent no new record for a number of minutes.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  fields: [
    datasetField,
    {
      key: "date",
      label: "Date Field",
      type: "unicode",
      required: true,
      prefill: "fields.id.label",
      help_text: "The field with the date of a record, such as the time of a measurement.",
    },
    {
      key: "source",
      label: "Source Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text:
        "The field with the name of the source. If this is empty, the whole dataset counts as one source.",
    },
    {
      key: "minutes",
      label: "Minutes",
      type: "int",
      required: true,
      default: "60",
      help_text: "How many minutes a source may be silent before the Zap triggers.",
    },
    {
      key: "already_silent",
      label: "Already Silent",
      type: "unicode",
      default: "wait",
      choices: { wait: "No: wait until it sends data and stops again", alert: "Yes: trigger at once" },
      help_text: "Whether the Zap triggers for sources that are silent when it is turned on.",
    },
    ...selectionFields,
  ],
  sample: {
    id: '"Harbour":2024-03-01T09:00:00+00:00',
    source: "Harbour",
    last_at: "2024-03-01T09:00:00+00:00",
    minutes_since: 75,
    dataset_id: "air-quality",
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

/** The date of the last record is in the id: a new record arms the alert again. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { trigger_fields, meta } = bundle;
  const { minutes } = trigger_fields;
  checkMinutes(minutes);
  // An id that is not remembered triggers at the next poll.
  if (meta.first_poll && trigger_fields.already_silent === "alert") return [];
  const portal = pollingPortal(bundle);
  const found = dataset(portal, trigger_fields.dataset);
  const dates = found.fields.filter((field) => /^date/.test(field.type));
  const date = knownField(trigger_fields.date, dates, "date field") || "";
  const lastRecords = aggregate(portal, found.dataset_id, {
    ...chosenRecords(trigger_fields, found),
    aggregation: `max(${fieldName(date)})`,
    by: knownField(trigger_fields.source, found.fields, "source field"),
  });

  const now = new Date();
  const items = lastRecords.filter(hasDate).map(({ group, value }) => {
    const last_at = dateAsText(value);
    return {
      id: `${JSON.stringify(group)}:${last_at}`,
      source: group,
      last_at,
      minutes_since: minutesBetween(last_at, now),
      dataset_id: found.dataset_id,
      url: datasetPage(portal.domain, found.dataset_id),
    };
  });
  const silent = items.filter((item) => item.minutes_since >= minutes);
  return polled(
    silent.sort((one, other) => one.minutes_since - other.minutes_since),
    meta,
  );
}

function hasDate(group: Group): boolean {
  return group.value !== null && group.value !== undefined;
}

// Source: explore-v2.1, max(): "numeric or date". Assumed: a number is one of milliseconds.
function dateAsText(value: unknown): string {
  return typeof value === "number" ? new Date(value).toISOString() : String(value);
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
