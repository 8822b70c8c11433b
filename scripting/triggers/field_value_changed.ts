import type {
  CustomFields,
  Poll,
  PostCustomTriggerFields,
  PreCustomTriggerFields,
  RequestResult,
  Results,
  Trigger,
  TriggerMethods,
} from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { type Dataset, dataset, SAMPLES } from "../explore.ts";
import { MOST_EVENTS, remember, remembers, storageField } from "../memory.ts";
import { pick } from "../objects.ts";
import { descending } from "../odsql.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";
import { chosenRecords, datasetField, identityField, selectionFields } from "../record-fields.ts";
import { identifyingFields, identityOf, knownField, knownFields, valuesAsText } from "../record-identity.ts";
import { valuesOf } from "../record-item.ts";
import { labelsIn, requestForLabels } from "../record-labels.ts";
import { comparedRecords, recordsInSight, type WatchedRecords } from "../records-in-sight.ts";
import {
  type ByIdentity,
  type Change,
  changesInHistory,
  changesSince,
  firstByIdentity,
  type WatchedFields,
} from "../value-changes.ts";

export const trigger = {
  label: "Updated Field Value",
  noun: "Change",
  help_text: "Triggers when the value of a watched field changes, or when a record is new.",
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
        "The fields that together identify the subject of a record, such as the number of a station. If this is empty, the Zap uses the dataset's own unique fields. If those change on the portal, every record triggers once more, unless you fill in the storage secret.",
    },
    {
      key: "keeps",
      label: "Kind of Records",
      type: "unicode",
      default: "latest",
      choices: { latest: "One record for each subject", history: "A new record for each reading" },
      help_text:
        "How the dataset keeps its data. With a new record for each reading, the Zap reads the value before a change from the last 1,000 records.",
    },
    {
      key: "timestamp",
      label: "Timestamp Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text:
        "With a new record for each reading: the date of the reading. With one record for each subject: the date of the last change. If that date is new at every reading, the Zap triggers at every reading, unless you fill in the storage secret.",
    },
    {
      ...storageField,
      help_text:
        "Optional, with one record for each subject: the secret of your own Storage by Zapier, in which the Zap remembers the last values. Each change then triggers once, with the value before it. Without the secret, a value that comes back does not trigger again, unless a timestamp field shows the change.",
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

/** The chosen records, the newest first where a timestamp tells. */
interface Watch extends WatchedRecords {
  fields: WatchedFields;
}

type Bundle = Poll<typeof trigger>;

export function poll(bundle: Bundle): Results {
  const { trigger_fields, meta } = bundle;
  const portal = pollingPortal(bundle);
  const found = dataset(portal, trigger_fields.dataset);
  const fields = watchedFields(trigger_fields, found);
  const order_by = fields.timestamp && descending(fields.timestamp);
  const selection = { ...chosenRecords(trigger_fields, found), order_by };
  const watch = { portal, found, fields, selection };

  const { storage_secret, keeps } = trigger_fields;
  const isRemembering = storage_secret && keeps === "latest" && remembers(meta);
  const items = isRemembering ? rememberedItems(bundle, storage_secret, watch) : itemsInSight(bundle, watch);
  return polled(meta.frontend ? items.slice(0, SAMPLES) : items, meta);
}

function watchedFields(trigger_fields: Bundle["trigger_fields"], found: Dataset): WatchedFields {
  const { fields } = found;
  const identifying = identifyingFields(trigger_fields.id_fields, fields);
  if (identifying.length === 0) {
    throw new ErrorException(
      `The dataset "${found.dataset_id}" has no unique fields: choose the identifying fields.`,
    );
  }
  const timestamp = knownField(trigger_fields.timestamp, fields, "timestamp field");
  if (trigger_fields.keeps === "history" && !timestamp) {
    throw new ErrorException(
      "With a new record for each reading, choose the timestamp field: it says which reading came first.",
    );
  }
  return { identifying, watched: knownFields(trigger_fields.watched, fields, "watched field"), timestamp };
}

/** Without a record for each reading, every record may be a change. */
function itemsInSight(bundle: Bundle, watch: Watch) {
  const compared = comparedFields(watch.fields);
  const records = bundle.meta.first_poll ? comparedRecords(watch, compared) : recordsInSight(watch, compared);
  const changes: Change[] =
    bundle.trigger_fields.keeps === "history"
      ? changesInHistory(records, watch.fields)
      : records.map((record) => ({ record }));
  return changes.map((change) => changeItem(change, watch));
}

/** The changes since the values that the Zap remembers. */
function rememberedItems(bundle: Bundle, secret: string, watch: Watch) {
  const { found, fields } = watch;
  const { identifying, watched } = fields;
  const compared = comparedFields(fields);
  const records = firstByIdentity(comparedRecords(watch, compared), identifying);
  const found_at = new Date().toISOString();
  const { events } = remember<ByIdentity, Change>(bundle, secret, {
    form: JSON.stringify([found.dataset_uid, identifying, watched]),
    begin: () => changesSince({}, records, { watched, found_at, most: Number.POSITIVE_INFINITY }).state,
    compare: (before) => changesSince(before, records, { watched, found_at, most: MOST_EVENTS }),
  });
  // The platform has the whole records of the earlier ones.
  const isNew = events.some((change) => change.found_at === found_at);
  const whole = isNew ? firstByIdentity(recordsInSight(watch, compared), identifying) : {};
  return events.map((change) => changeItem(change, watch, whole[identityOf(change.record, identifying)]));
}

function comparedFields(fields: WatchedFields): string[] {
  return fields.identifying.concat(fields.watched, fields.timestamp || []);
}

function changeItem({ record, before, found_at }: Change, watch: Watch, whole = record) {
  const { identifying, watched, timestamp } = watch.fields;
  const changed_at = timestamp ? record[timestamp] : found_at;
  const date = found_at || (timestamp ? String(changed_at) : []);
  return {
    id: [identityOf(record, identifying), valuesAsText(record, watched)].concat(date).join(":"),
    key: identifying.map((name) => record[name]).join(", "),
    changed_at,
    value: pick(record, watched),
    old_value: before && pick(before, watched),
    old_value_known: before !== undefined,
    record: valuesOf(whole),
    url: datasetPage(watch.portal.domain, watch.found.dataset_id),
  };
}

export function pre_custom_trigger_fields(bundle: PreCustomTriggerFields<typeof trigger>): RequestResult {
  return requestForLabels(bundle.auth_fields, bundle.trigger_fields.dataset);
}

export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  return labelsIn(bundle.response, bundle.auth_fields, ["value__", "old_value__", "record__"]);
}

({ poll, pre_custom_trigger_fields, post_custom_trigger_fields }) satisfies TriggerMethods<typeof trigger>;
