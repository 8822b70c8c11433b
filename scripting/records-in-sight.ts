/** The records that one poll sees. */
import type { Portal } from "./call.ts";
import { type Dataset, type DatasetRecord, firstRecords, type Selection } from "./explore.ts";
import { entriesThatFit, FIRST_PAGE } from "./lists.ts";
import { contains, namesOf } from "./objects.ts";
import { fieldList } from "./odsql.ts";
import { byteLength } from "./portal.ts";
import { ownFields, ownId } from "./record-item.ts";

const MOST_RECORDS = 1000;
const MOST_COMPARED = 10_000;

/** The average bytes of a heavy value: an outline, a long text. */
const HEAVY = 1000;

/** The records of a dataset that a Zap watches, in their order. */
export interface WatchedRecords {
  portal: Portal;
  found: Dataset;
  selection: Selection;
}

/** The first records with no more than some fields, so that one answer holds many. */
export function comparedRecords(
  { portal, found, selection }: WatchedRecords,
  names: string[],
): DatasetRecord[] {
  const select = fieldList([ownId].concat(names));
  const wanted = { ...selection, select, most: MOST_COMPARED, guess: MOST_COMPARED };
  return firstRecords(portal, found.dataset_id, wanted).entries;
}

/** The first records. Where they would not fit otherwise, pointers stand in place of heavy values that are not needed. */
export function recordsInSight(
  { portal, found, selection }: WatchedRecords,
  needed: string[],
  most = MOST_RECORDS,
): DatasetRecord[] {
  const { dataset_id, fields } = found;
  const first = { ...selection, select: `*, ${ownFields}`, most: Math.min(most, FIRST_PAGE) };
  const page = firstRecords(portal, dataset_id, first);
  if (page.isAll || page.entries.length >= most) return page.entries;

  const names = namesOf(fields);
  const sizeOf = (name: string) => sumOfSizes(page.entries, name);
  const isHeavy = (name: string) => !contains(needed, name) && sizeOf(name) > HEAVY * page.entries.length;
  const heavy = entriesThatFit(page) < most ? names.filter(isHeavy) : [];
  const light = heavy.length > 0 ? fieldList(names.filter((name) => !contains(heavy, name))) : "*";
  const bytes = heavy.reduce((rest, name) => rest - sizeOf(name), page.bytes);
  const guess = entriesThatFit({ ...page, bytes });
  const second = { ...first, select: `${light}, ${ownFields}`, most, guess };
  const { entries } = firstRecords(portal, dataset_id, second);
  return entries.map((record) => withPointers(record, heavy, dataset_id));
}

function sumOfSizes(records: DatasetRecord[], name: string): number {
  return records.reduce((bytes, record) => bytes + byteLength(JSON.stringify(record[name]) || ""), 0);
}

function withPointers(record: DatasetRecord, names: string[], dataset: string): DatasetRecord {
  const whole = { ...record };
  for (const field of names) {
    whole[field] = z.dehydrate("record_value", { dataset, record: String(record[ownId]), field });
  }
  return whole;
}
