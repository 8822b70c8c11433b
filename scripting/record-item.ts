/** A record as later steps of a Zap see it. */
import type { DatasetRecord } from "./explore.ts";

/** A hash of all values, or of the unique fields that the publisher marked. */
export const ownId = "recordid";

/** The fields that a portal adds to a record on request. */
export const ownFields = `${ownId}, record_timestamp`;

/** The values of the dataset's fields. */
export function valuesOf(record: DatasetRecord): DatasetRecord {
  const { recordid, record_timestamp, ...values } = record;
  return values;
}

export function recordItem<Id>(record: DatasetRecord, id: Id, url: string) {
  return { id, published: record.record_timestamp, record: valuesOf(record), url };
}
