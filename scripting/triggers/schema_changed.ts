import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { type Dataset, dataset, type Field, metasOf } from "../explore.ts";
import { remember, remembers, storageField } from "../memory.ts";
import { pick } from "../objects.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";
import { datasetField } from "../record-fields.ts";

export const trigger = {
  // zapc-ignore trigger-label -- users look for the change of a schema, which is not an item
  label: "Schema Changed",
  noun: "Schema",
  help_text: "Triggers when a field of a dataset is added or removed, or gets another type.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}",
  fields: [
    datasetField,
    {
      ...storageField,
      help_text:
        "Optional: the secret of your own Storage by Zapier, in which the Zap remembers the fields. Each alert then names the fields that were added, removed or retyped. Without the secret, it only has the fields after the change, and a change back to earlier fields does not trigger.",
    },
  ],
  sample: {
    id: "da_5m8ykr:0f343b0931126a20f133d67c2b018a3b",
    dataset_uid: "da_5m8ykr",
    dataset_id: "air-quality",
    title: "Air Quality",
    added: [{ name: "pm10", type: "double" }],
    removed: [{ name: "pm1", type: "double" }],
    retyped: [{ name: "station", type: "text", type_before: "int" }],
    is_compared: true,
    fields: [{ name: "station", label: "Station", type: "text" }],
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

type FieldType = Pick<Field, "name" | "type">;

/** The differences between two schemas. */
interface SchemaChange {
  id: string;
  added: FieldType[];
  removed: FieldType[];
  retyped: (FieldType & { type_before: string | undefined })[];
  /** True if the schema before is known. */
  is_compared: boolean;
}

type Bundle = Poll<typeof trigger>;

export function poll(bundle: Bundle): Results {
  const portal = pollingPortal(bundle);
  const found = dataset(portal, bundle.trigger_fields.dataset);
  const { dataset_id } = found;
  const items = changesOf(bundle, found).map((change) => ({
    ...change,
    dataset_uid: found.dataset_uid,
    dataset_id,
    title: metasOf(found).title || dataset_id,
    fields: found.fields.map((field) => pick(field, ["name", "label", "type"])),
    url: datasetPage(portal.domain, dataset_id),
  }));
  return polled(items, bundle.meta);
}

/** Without a memory, each schema counts as a change. */
function changesOf(bundle: Bundle, found: Dataset): SchemaChange[] {
  const { storage_secret } = bundle.trigger_fields;
  const { dataset_uid, fields } = found;
  const id = schemaId(dataset_uid, fields);
  if (!storage_secret || !remembers(bundle.meta)) {
    return [{ id, added: [], removed: [], retyped: [], is_compared: false }];
  }
  const state = fields.map((field) => pick(field, ["name", "type"]));
  return remember<FieldType[], SchemaChange>(bundle, storage_secret, {
    form: dataset_uid,
    begin: () => state,
    compare: (before) => {
      const change = { id: `${id}:${new Date().toISOString()}`, ...differences(before, state) };
      return { state, events: schemaId(dataset_uid, before) === id ? [] : [change] };
    },
  }).events;
}

function differences(before: FieldType[], after: FieldType[]): Omit<SchemaChange, "id"> {
  const typeIn = (fields: FieldType[], name: string) => {
    const [found] = fields.filter((field) => field.name === name);
    return found && found.type;
  };
  return {
    added: after.filter((field) => !typeIn(before, field.name)),
    removed: before.filter((field) => !typeIn(after, field.name)),
    retyped: after
      .map((field) => ({ ...field, type_before: typeIn(before, field.name) }))
      .filter((field) => field.type_before && field.type_before !== field.type),
    is_compared: true,
  };
}

/** The order of the fields does not count. */
function schemaId(dataset_uid: string, fields: FieldType[]): string {
  const schema = fields.map(({ name, type }) => `${name}:${type}`).sort();
  return `${dataset_uid}:${z.hash("md5", schema.join(), "hex", "utf8")}`;
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
