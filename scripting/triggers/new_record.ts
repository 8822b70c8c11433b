import type { CustomFields, Poll, PostCustomTriggerFields, Results, Trigger } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { type Dataset, type DatasetRecord, dataset, records, SAMPLES } from "../explore.ts";
import { descending, fieldName } from "../odsql.ts";
import { polled } from "../polled.ts";
import { answered } from "../portal.ts";
import { chosenRecords, datasetField, identityField, labelsOf, selectionFields } from "../record-fields.ts";
import { identifyingFields, identityOf, ownId, withoutRepeats } from "../record-identity.ts";

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
      help_text: "A date or a number that is higher the newer a record is.",
    },
    identityField,
    ...selectionFields,
  ],
  sample: {
    id: '["station-7","2024-03-01T09:00:00+00:00"]',
    published: "2024-03-01T09:05:12.402000+00:00",
    record: { station: "station-7", measured_at: "2024-03-01T09:00:00+00:00", ozone: 61.5 },
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

/** How many new records one poll can see. */
const MOST_NEW = 1000;
/** How many ids are remembered when a Zap is turned on: when records are deleted, older ones move up among the newest. */
const MOST_REMEMBERED = 10_000;

export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields, meta } = bundle;
  const found = dataset(auth_fields, trigger_fields.dataset);
  const identifying = identifyingFields(trigger_fields.id_fields, found.fields);
  const newest = records(auth_fields, found.dataset_id, {
    ...chosenRecords(trigger_fields, found),
    order_by: descending(trigger_fields.order_by),
    select: meta.first_poll
      ? [ownId, ...identifying].map(fieldName).join(", ")
      : "*, recordid, record_timestamp",
    most: meta.first_poll ? MOST_REMEMBERED : meta.frontend ? SAMPLES : MOST_NEW,
  });
  const url = datasetPage(auth_fields.domain, found.dataset_id);
  const asItem = (record: DatasetRecord) => {
    const { recordid, record_timestamp, ...values } = record;
    return { id: identityOf(record, identifying), published: record_timestamp, record: values, url };
  };
  return polled(withoutRepeats(newest.map(asItem)), meta);
}

/** The editor shows "Postal code" for `code_postal`. */
export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  const { fields } = answered<Dataset>(bundle.response, bundle.auth_fields.domain, { about: "this dataset" });
  return labelsOf(fields, "record__");
}
