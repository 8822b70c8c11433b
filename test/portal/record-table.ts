import { createHash } from "node:crypto";
import type { Field, PortalDataset, RecordValues } from "./dataset.ts";
import type { Column, Row, Table, Values } from "./table.ts";
import { inTimezone } from "./timezone.ts";

/** The keys that include_app_metas adds to a record. Source: explore-v2.1, schema record-v2.1. */
export const APP_METAS = ["_id", "_timestamp", "_size"] as const;

// Source: docs/platform.md, "Portals of Opendatasoft".
// Assumed: select takes either spelling, and the other clauses take neither.
const ALIASES = { recordid: "_id", record_timestamp: "_timestamp" } as const;

/** The records of a dataset as a table. */
export function recordTable(dataset: PortalDataset, timezone: string): Table {
  return {
    columns: dataset.fields.map(columnOf),
    rows: dataset.records.map((record) => recordRow(dataset, record, timezone)),
    default_keys: dataset.fields.map(({ name }) => name),
    extra_keys: [...APP_METAS, ...Object.keys(ALIASES)],
  };
}

function columnOf({ name, type, annotations }: Field): Column {
  return {
    name,
    type,
    facet: annotations.facet !== undefined,
    disjunctive: annotations.disjunctive !== undefined,
    separator: annotations.hierarchical?.[0],
    sortable: annotations.sortable !== undefined,
    multivalued: annotations.multivalued !== undefined,
  };
}

function recordRow(dataset: PortalDataset, record: RecordValues, timezone: string): Row {
  const values = completed(dataset, record);
  return {
    values,
    get shown() {
      return shownOf(dataset, values, timezone);
    },
  };
}

function shownOf(dataset: PortalDataset, values: Values, timezone: string): Values {
  const metas = {
    _id: recordId(dataset, values),
    // Source: docs/platform.md, "Portals of Opendatasoft"; assumed: that of the last processing.
    _timestamp: localized(dataset.metas.default.data_processed, timezone),
    // assumed: the bytes of the values as JSON.
    _size: Buffer.byteLength(JSON.stringify(values)),
  };
  const shown: Values = { ...metas };
  for (const [alias, name] of Object.entries(ALIASES)) shown[alias] = metas[name];
  for (const { name, type } of dataset.fields) {
    shown[name] = type === "datetime" ? localized(values[name], timezone) : values[name];
  }
  return shown;
}

/** The value of each field, null where the record has none. */
function completed(dataset: PortalDataset, record: RecordValues): Values {
  const names = dataset.fields.map(({ name }) => name);
  const stray = Object.keys(record).find((name) => !names.includes(name));
  if (stray !== undefined)
    throw new Error(`Failed to read a record of ${dataset.dataset_id}: no field is named ${stray}`);
  return Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
}

/**
 * Source: docs/platform.md, "Portals of Opendatasoft".
 * Assumed: SHA-1 in hexadecimal digits.
 */
function recordId(dataset: PortalDataset, values: Values): string {
  const marked = dataset.fields.filter(({ annotations }) => annotations.id !== undefined);
  const identifying = marked.length > 0 ? marked : dataset.fields;
  const content = identifying.map(({ name }) => [name, values[name]]);
  return createHash("sha1")
    .update(JSON.stringify([dataset.dataset_uid, content]))
    .digest("hex");
}

function localized(date: unknown, timezone: string): string | null {
  return typeof date === "string" ? (inTimezone(date, timezone) ?? date) : null;
}
