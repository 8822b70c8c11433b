import { field } from "./data/field.ts";
import { metas } from "./data/metas.ts";
import type { PortalDataset, RecordValues } from "./dataset.ts";

interface Large {
  records: number;
  /** The size of a record, about. */
  bytes: number;
  /** The number of fields among which the bytes are shared; 12 when left out. */
  fields?: number;
}

const described = { theme: null, keyword: null, modified: null, data_processed: "2024-03-14T06:00:00+00:00" };

/** A dataset of many or of large records. Its fields `number` and `status` are short. */
export function largeDataset({ records, bytes, fields = 12 }: Large): PortalDataset {
  const texts = Array.from({ length: fields }, (_, index) => `text_${index}`);
  const dataset: PortalDataset = {
    dataset_id: "large",
    dataset_uid: "da_l4rg3",
    attachments: [],
    has_records: true,
    data_visible: true,
    fields: [
      field({ name: "number", label: "Number", type: "int", annotations: { id: [] } }),
      field({ name: "status", label: "Status", type: "text" }),
      ...texts.map((name) => field({ name, label: name, type: "text" })),
    ],
    metas: metas({ ...described, title: "Large", description: null }),
    features: [],
    records: [],
  };
  dataset.records.push(
    ...Array.from({ length: records }, (_, number) => largeRecord(dataset, number, bytes)),
  );
  return dataset;
}

/** A record of such a dataset. */
export function largeRecord({ fields }: PortalDataset, number: number, bytes: number): RecordValues {
  const texts = fields.filter(({ name }) => name.startsWith("text_"));
  const text = "x".repeat(bytes / texts.length);
  return { number, status: "open", ...Object.fromEntries(texts.map(({ name }) => [name, text])) };
}

/** So many datasets without records, each with a description of some bytes. */
export function manyDatasets(count: number, bytes: number): PortalDataset[] {
  return Array.from({ length: count }, (_, index) => ({
    dataset_id: `dataset-${index}`,
    dataset_uid: `da_many${index}`,
    attachments: [],
    has_records: false,
    data_visible: true,
    fields: [],
    metas: metas({ ...described, title: `Dataset ${index}`, description: "x".repeat(bytes) }),
    features: [],
    records: [],
  }));
}
