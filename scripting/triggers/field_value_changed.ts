import type { CustomFields, Poll, PostCustomTriggerFields, Results, Trigger } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { type Dataset, type DatasetRecord, dataset, records, SAMPLES } from "../explore.ts";
import { descending, fieldName } from "../odsql.ts";
import { polled } from "../polled.ts";
import { answered } from "../portal.ts";
import { chosenRecords, datasetField, identityField, labelsOf, selectionFields } from "../record-fields.ts";
import { identifyingFields, identityOf, knownFields, withoutRepeats } from "../record-identity.ts";

export const trigger = {
  label: "Changed Field Value",
  noun: "Change",
  help_text: "Triggers when a watched field of a record gets another value, or a new record its first.",
  important: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  custom_fields_url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}",
  fields: [
    datasetField,
    {
      key: "watched",
      label: "Watched Fields",
      type: "unicode",
      list: true,
      required: true,
      prefill: "fields.id.label",
      help_text: "The fields whose values are compared.",
    },
    {
      ...identityField,
      help_text:
        "What tells the things apart that the records are about, such as a station's number. Without any, the dataset's own unique fields are used.",
    },
    {
      key: "keeps",
      label: "Dataset Keeps",
      type: "unicode",
      default: "latest",
      choices: { latest: "One record for each thing", history: "A record for each reading" },
      help_text:
        "With a record for each reading, the value before a change is known, as far as it is among the last 1,000.",
    },
    {
      key: "timestamp",
      label: "Timestamp Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text:
        "The date of a reading or, with one record for each thing, of the last change of its watched fields: each new date triggers. Without it, a value that comes back after another one does not trigger again.",
    },
    ...selectionFields,
  ],
  sample: {
    id: '["station-7"]:["red"]:2024-03-01T09:00:00+00:00',
    key: "station-7",
    changed_at: "2024-03-01T09:00:00+00:00",
    value: { level: "red" },
    old_value: { level: "green" },
    old_value_known: true,
    record: { station: "station-7", measured_at: "2024-03-01T09:00:00+00:00", level: "red" },
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

/** How many records one poll looks at. */
const MOST_RECORDS = 1000;
/** How many it looks at when a Zap is turned on. */
const MOST_REMEMBERED = 10_000;

/** A record in which the watched values are others than before, as far as that is known. */
interface Change {
  record: DatasetRecord;
  before?: DatasetRecord;
}

/** What makes a change out of records. */
interface Watch {
  identifying: string[];
  watched: string[];
  timestamp?: string;
}

export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields, meta } = bundle;
  const found = dataset(auth_fields, trigger_fields.dataset);
  const watch = watchOf(trigger_fields, found);
  const newest = records(auth_fields, found.dataset_id, {
    ...chosenRecords(trigger_fields, found),
    // An id is made of no more than these.
    select: meta.first_poll ? comparedFields(watch).map(fieldName).join(", ") : "*",
    ...(watch.timestamp && { order_by: descending(watch.timestamp) }),
    most: meta.first_poll ? MOST_REMEMBERED : MOST_RECORDS,
  });
  const changes =
    trigger_fields.keeps === "history"
      ? changesIn(newest, watch)
      : newest.map((record): Change => ({ record }));
  const url = datasetPage(auth_fields.domain, found.dataset_id);
  const items = withoutRepeats(changes.map((change) => ({ ...asItem(change, watch), url })));
  return polled(meta.frontend ? items.slice(0, SAMPLES) : items, meta);
}

function watchOf(
  { id_fields, watched, timestamp, keeps }: Poll<typeof trigger>["trigger_fields"],
  { dataset_id, fields }: Dataset,
): Watch {
  const identifying = identifyingFields(id_fields, fields);
  if (identifying.length === 0) {
    throw new ErrorException(
      `The dataset "${dataset_id}" has no unique fields: choose the identifying fields.`,
    );
  }
  if (keeps === "history" && !timestamp) {
    throw new ErrorException(
      "With a record for each reading, choose the timestamp field: it says which came first.",
    );
  }
  return {
    identifying,
    watched: knownFields(watched, fields, "watched field"),
    ...(timestamp && { timestamp: timestamp.trim() }),
  };
}

function comparedFields({ identifying, watched, timestamp }: Watch): string[] {
  return identifying.concat(watched, timestamp || []);
}

/** The records whose watched values differ from those of the record of the same thing before them. */
function changesIn(newestFirst: DatasetRecord[], { identifying, watched }: Watch): Change[] {
  const changes: Change[] = [];
  const later: { [identity: string]: DatasetRecord } = Object.create(null);
  for (const record of newestFirst) {
    const identity = identityOf(record, identifying);
    const next = later[identity];
    if (next && identityOf(next, watched) !== identityOf(record, watched)) {
      changes.push({ record: next, before: record });
    }
    later[identity] = record;
  }
  return changes;
}

function asItem({ record, before }: Change, { identifying, watched, timestamp }: Watch) {
  const identity = identityOf(record, identifying);
  const changed_at = timestamp ? record[timestamp] : undefined;
  return {
    id: [identity, identityOf(record, watched)].concat(timestamp ? String(changed_at) : []).join(":"),
    key: identifying.map((name) => record[name]).join(", "),
    changed_at,
    value: pick(record, watched),
    old_value: before && pick(before, watched),
    old_value_known: before !== undefined,
    record,
  };
}

function pick(record: DatasetRecord, names: string[]): DatasetRecord {
  const picked: DatasetRecord = {};
  for (const name of names) picked[name] = record[name];
  return picked;
}

/** The editor shows "Niveau d'alerte" for `level`. */
export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  const { fields } = answered<Dataset>(bundle.response, bundle.auth_fields.domain, { about: "this dataset" });
  return ["value__", "old_value__", "record__"].reduce<CustomFields>(
    (labels, prefix) => labels.concat(labelsOf(fields, prefix)),
    [],
  );
}
