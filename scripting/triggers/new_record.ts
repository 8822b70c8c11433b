import type { Poll, Results, Trigger } from "zapc";
import { explore, type List, MOST_RESULTS, SAMPLES } from "../explore.ts";
import { fieldName } from "../odsql.ts";

export const trigger = {
  label: "New Record",
  noun: "Record",
  help_text: "Triggers when a record is added to a dataset.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  fields: [
    {
      key: "dataset",
      label: "Dataset",
      type: "unicode",
      required: true,
      placeholder: "air-quality",
      help_text: "The dataset's identifier, as in its address on the portal.",
    },
    {
      key: "filter",
      label: "Filter",
      type: "text",
      placeholder: "temperature > 30",
      help_text: "Only records that match this condition, in the portal's query language, ODSQL.",
    },
    {
      key: "order_by",
      label: "Ordering Field",
      type: "unicode",
      required: true,
      help_text: "The technical name of a date or number that is higher the newer a record is.",
    },
    {
      key: "id_fields",
      label: "Identifying Fields",
      type: "unicode",
      list: true,
      help_text:
        "The technical names of the fields that tell records apart. Without any, a record that is edited counts as new.",
    },
  ],
  sample: {
    id: '["station-7","2024-03-01T09:00:00+00:00"]',
    published: "2024-03-01T09:05:12.402000+00:00",
    record: { station: "station-7", measured_at: "2024-03-01T09:00:00+00:00", ozone: 61.5 },
  },
} as const satisfies Trigger;

/** A record with what `include_app_metas` adds: a hash of its values, and when it was published. */
interface DatasetRecord {
  _id: string;
  _timestamp: string;
  [field: string]: unknown;
}

export function poll(bundle: Poll<typeof trigger>): Results {
  const { domain, authorization } = bundle.auth_fields;
  const { dataset, filter, order_by, id_fields } = bundle.trigger_fields;
  const answer = explore.request({
    domain,
    authorization,
    path: `/catalog/datasets/${encodeURIComponent(dataset.trim())}/records`,
    params: {
      where: filter || undefined,
      order_by: `${fieldName(order_by.trim())} desc`,
      limit: bundle.meta.frontend ? SAMPLES : MOST_RESULTS,
      include_app_metas: "true",
    },
  });
  const { results } = explore.parse<List<DatasetRecord>>(answer, domain);
  const identifying = (id_fields || []).map((name) => name.trim()).filter((name) => name !== "");
  return withoutRepeats(results.map((record) => asItem(record, identifying)));
}

function asItem(record: DatasetRecord, identifying: string[]) {
  const { _id, _timestamp, _size, _links, ...values } = record;
  const id = identifying.length > 0 ? JSON.stringify(identifying.map((name) => valueIn(values, name))) : _id;
  return { id, published: _timestamp, record: values };
}

function valueIn(values: { [field: string]: unknown }, name: string): unknown {
  const names = Object.keys(values);
  if (names.indexOf(name) === -1) {
    throw new ErrorException(
      `The identifying field "${name}" is not in this dataset. Its fields are: ${names.join(", ")}.`,
    );
  }
  return values[name];
}

/** The platform wants each id once. The first is the newest. */
function withoutRepeats<T extends { id: string }>(items: T[]): T[] {
  const seen: { [id: string]: true } = Object.create(null);
  return items.filter(({ id }) => {
    const isNew = !seen[id];
    seen[id] = true;
    return isNew;
  });
}
