/** Changes of watched values, found in the records of a dataset. */
import type { DatasetRecord } from "./explore.ts";
import { pick } from "./objects.ts";
import { identityOf, valuesAsText } from "./record-identity.ts";

/** The fields by which changes are found. */
export interface WatchedFields {
  /** Those that identify the subject of a record. */
  identifying: string[];
  watched: string[];
  timestamp?: string | undefined;
}

/** A record with other watched values than before. */
export interface Change {
  record: DatasetRecord;
  /** The record before, or no more than its watched values, as far as they are known. */
  before?: DatasetRecord | undefined;
  /** When a poll found the change. It is in the id, so that the same values can change again. */
  found_at?: string;
}

export interface ByIdentity {
  [identity: string]: DatasetRecord | undefined;
}

/** The changes between two readings of one identity. */
export function changesInHistory(
  newestFirst: DatasetRecord[],
  { identifying, watched }: WatchedFields,
): Change[] {
  const changes: Change[] = [];
  const later: ByIdentity = {};
  for (const before of newestFirst) {
    const identity = identityOf(before, identifying);
    const record = later[identity];
    if (record && valuesAsText(record, watched) !== valuesAsText(before, watched))
      changes.push({ record, before });
    later[identity] = before;
  }
  return changes;
}

/** The changes since what is remembered, and what is to be remembered then. The others are left to the next poll. */
export function changesSince(
  remembered: ByIdentity,
  records: ByIdentity,
  now: { watched: string[]; found_at: string; most: number },
): { state: ByIdentity; events: Change[] } {
  const { watched } = now;
  const state = { ...remembered };
  const events: Change[] = [];
  for (const identity of Object.keys(records)) {
    const record = records[identity] as DatasetRecord;
    const before = remembered[identity];
    const isChanged = !before || valuesAsText(before, watched) !== valuesAsText(record, watched);
    if (isChanged && events.length === now.most) continue;
    if (isChanged) events.push({ record, before, found_at: now.found_at });
    state[identity] = pick(record, watched);
  }
  return { state, events };
}

/** Keeps the newest of several records with one identity. */
export function firstByIdentity(records: DatasetRecord[], identifying: string[]): ByIdentity {
  const first: ByIdentity = {};
  for (const record of records) {
    const identity = identityOf(record, identifying);
    first[identity] = first[identity] || record;
  }
  return first;
}
