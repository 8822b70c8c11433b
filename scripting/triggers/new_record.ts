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
import { dataset, SAMPLES } from "../explore.ts";
import { remember, remembers, storageField } from "../memory.ts";
import { descending } from "../odsql.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";
import { chosenRecords, datasetField, identityField, selectionFields } from "../record-fields.ts";
import { identifyingFields, identityOf } from "../record-identity.ts";
import { recordItem } from "../record-item.ts";
import { labelsIn, requestForLabels } from "../record-labels.ts";
import { comparedRecords, recordsInSight, type WatchedRecords } from "../records-in-sight.ts";

export const trigger = {
  label: "New Record",
  noun: "Record",
  help_text: "Triggers when a record is added to a dataset.",
  important: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  custom_fields_url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}",
  fields: [
    datasetField,
    {
      key: "order_by",
      label: "Ordering Field",
      type: "unicode",
      required: true,
      prefill: "fields.id.label",
      help_text: "A date or a number that is higher for newer records.",
    },
    identityField,
    {
      ...storageField,
      help_text:
        "Optional: the secret of your own Storage by Zapier. With it, the Zap notices that the unique fields or other fields of the dataset have changed, and does not trigger for the records that were there before.",
    },
    ...selectionFields,
  ],
  sample: {
    id: '["station-7","2024-03-01T09:00:00+00:00"]',
    published: "2024-03-01T09:05:12.402000+00:00",
    record: { station: "station-7", measured_at: "2024-03-01T09:00:00+00:00", ozone: 61.5 },
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

/** The chosen records, the newest first. */
interface Newest extends WatchedRecords {
  identifying: string[];
}

type Bundle = Poll<typeof trigger>;

export function poll(bundle: Bundle): Results {
  const { trigger_fields, meta } = bundle;
  const portal = pollingPortal(bundle);
  const found = dataset(portal, trigger_fields.dataset);
  const identifying = identifyingFields(trigger_fields.id_fields, found.fields);
  const order_by = descending(trigger_fields.order_by);
  const newest = {
    portal,
    found,
    identifying,
    selection: { ...chosenRecords(trigger_fields, found), order_by },
  };
  const items = meta.first_poll ? idsOf(newest) : newestItems(newest, meta.frontend ? SAMPLES : undefined);
  return polled(withoutKnown(items, bundle, newest), meta);
}

/** When records are deleted, older ones move up among the newest: so more are remembered. */
function idsOf(newest: Newest): { id: string }[] {
  const { identifying } = newest;
  return comparedRecords(newest, identifying).map((record) => ({ id: identityOf(record, identifying) }));
}

function newestItems(newest: Newest, most: number | undefined) {
  const { portal, found, identifying } = newest;
  const url = datasetPage(portal.domain, found.dataset_id);
  const records = recordsInSight(newest, identifying, most);
  return records.map((record) => recordItem(record, identityOf(record, identifying), url));
}

/** When ids are made of other fields than before, a Zap with a memory remembers anew which records were there. */
function withoutKnown<T extends { id: string }>(items: T[], bundle: Bundle, newest: Newest): T[] {
  const { storage_secret } = bundle.trigger_fields;
  if (!storage_secret || !remembers(bundle.meta)) return items;
  const { dataset_uid, fields } = newest.found;
  // The record's own id is made of all fields.
  const form =
    newest.identifying.length > 0 ? newest.identifying : fields.map(({ name, type }) => name + type);
  const { state: known } = remember<string>(bundle, storage_secret, {
    form: JSON.stringify([dataset_uid, form]),
    begin: (isOther) => (isOther ? idsOf(newest).map(digestOf).join(" ") : ""),
    compare: (state) => ({ state, events: [] }),
  });
  return known ? items.filter((item) => known.indexOf(digestOf(item)) === -1) : items;
}

/** Short, so that thousands fit into the memory. */
function digestOf({ id }: { id: string }): string {
  return z.hash("md5", id, "hex", "utf8").slice(0, 8);
}

export function pre_custom_trigger_fields(bundle: PreCustomTriggerFields<typeof trigger>): RequestResult {
  return requestForLabels(bundle.auth_fields, bundle.trigger_fields.dataset);
}

export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  return labelsIn(bundle.response, bundle.auth_fields, ["record__"]);
}

({ poll, pre_custom_trigger_fields, post_custom_trigger_fields }) satisfies TriggerMethods<typeof trigger>;
