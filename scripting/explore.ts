/** The Explore API v2.1, with which a portal is read. */
import type { Account, Call, Portal, Query } from "./call.ts";
import { askForPage, type Beginning, FIRST_PAGE, readBeginning, readPages } from "./lists.ts";
import { fieldName } from "./odsql.ts";
import { addressOf, ask, percentDecoded } from "./portal.ts";

export const SAMPLES = 3;

// Source: explore-v2.1, parameter limit: 100, and with group_by 20,000. An export has no limit.
const LONGEST_LIST = 100;
const MOST_GROUPS = 10_000;
const LONGEST_EXPORT = 20_000;

/** A dataset of the catalog, as far as it is used here. */
export interface ListedDataset {
  /** Never changes, unlike `dataset_id`. */
  dataset_uid: string;
  dataset_id: string;
  attachments?: Attachment[] | null;
  metas?: { default?: DatasetMetas } | null;
}

/** The same with the fields of its records. */
export interface Dataset extends ListedDataset {
  fields: Field[];
}

/** The standard metadata of a dataset; its publisher may add others. */
export interface DatasetMetas {
  title?: string;
  description?: string | null;
  /** A publisher may set it, or leave it out. */
  modified?: string | null;
  /** True if the portal sets `modified` when the data changes. */
  modified_updates_on_data_change?: boolean;
  /** When the records were last processed, changed or not. */
  data_processed?: string | null;
  /** When the dataset was last published. */
  metadata_processed?: string;
  [name: string]: unknown;
}

/** A field of a dataset's records. */
export interface Field {
  name: string;
  label: string;
  type: string;
  description: string | null;
  /** `id` marks a part of a record's identity, `facet` a field to refine by, `sortable` a text to order by. */
  annotations?: { [name: string]: string[] | undefined };
}

export interface Attachment {
  id: string;
  title: string;
  mimetype?: string;
}

/** A record, with what `select` names. */
export interface DatasetRecord {
  [field: string]: unknown;
}

/** The datasets or records to list, and their order. */
export interface Selection {
  /** A condition in ODSQL. */
  where?: string | undefined;
  /** `facet:value`, each of which must hold. */
  refine?: string[];
  order_by?: string | undefined;
  /** The parts of each that are answered. */
  select?: string | undefined;
}

const root = "/api/explore/v2.1/catalog";

export const findDataset =
  "Choose it from the list, or give its identifier: the last part of its address on the portal.";
const narrow = "Choose a theme, a publisher or words to search for, so that there are fewer datasets.";

/** The call for a dataset, or for something below it: `datasetCall("air-quality", "/records")`. */
export function datasetCall(typed: string, below: string): Call {
  return {
    path: `${root}/datasets/${encodeURIComponent(identifierIn(typed))}${below}`,
    about: `the dataset "${typed.trim()}"`,
    find: findDataset,
    narrow: below && "Set a filter, so that there are fewer records.",
  };
}

/** `https://data.example.com/explore/dataset/air-quality/table/` -> `air-quality` */
export function identifierIn(typed: string): string {
  const text = typed.trim();
  if (text === "") throw new ErrorException(`The dataset is empty. ${findDataset}`);
  const [, identifier] = /^https?:\/\/.*\/datasets?\/([^/?#]+)/.exec(text) || [];
  return identifier ? percentDecoded(identifier) : text;
}

export function metasOf(listed: ListedDataset): DatasetMetas {
  return (listed.metas && listed.metas.default) || {};
}

/** The selection of the catalog, and how far it is read. */
interface CatalogSelection extends Selection {
  /** The number of datasets that are wanted at most. */
  most: number;
  /** The datasets to skip. */
  offset?: number | undefined;
  /** Is asked with the last dataset of each page whether the others are of no use. */
  isEnough?: ((last: ListedDataset) => boolean) | undefined;
}

export function catalogDatasets(
  portal: Portal,
  { most, offset, isEnough, ...selection }: CatalogSelection,
): ListedDataset[] {
  const query = { select: "dataset_uid, dataset_id, attachments, metas", ...selection };
  return readPages({ most, longest: LONGEST_EXPORT, offset, isEnough }, (limit, start) => {
    const page = { ...query, limit, offset: start };
    return limit > LONGEST_LIST
      ? askForPage(portal, { path: `${root}/exports/json`, query: page, list: "[]", narrow })
      : askForPage(portal, { path: `${root}/datasets`, query: page, list: "results", narrow });
  });
}

export function dataset(portal: Portal, id: string): Dataset {
  const found = ask<Dataset>(portal, datasetCall(id, ""));
  return { ...found, fields: found.fields || [] };
}

export function countDatasets(portal: Portal): number | undefined {
  return count(portal, { path: `${root}/datasets` });
}

export function countRecords(portal: Portal, id: string, query: Query): number | undefined {
  return count(portal, { ...datasetCall(id, "/records"), query });
}

function count(portal: Portal, call: Call): number | undefined {
  const query = { ...call.query, limit: 1 };
  return ask<{ total_count?: number }>(portal, { ...call, query, list: "results" }).total_count;
}

/** The first records, as many as one answer holds. */
export function firstRecords(
  portal: Portal,
  id: string,
  { most, guess = FIRST_PAGE, ...selection }: Selection & { most: number; guess?: number },
): Beginning<DatasetRecord> {
  return readBeginning({ most, guess }, (limit) =>
    askForPage(portal, {
      ...datasetCall(id, "/exports/json"),
      query: { ...selection, limit },
      list: "[]",
    }),
  );
}

export function recordValue(
  portal: Portal,
  id: string,
  { record, field }: { record: string; field: string },
): unknown {
  const call = datasetCall(id, `/records/${encodeURIComponent(record)}`);
  const about = "this record of the dataset";
  return ask<DatasetRecord>(portal, { ...call, about, query: { select: fieldName(field) } })[field];
}

/** A group of records, and the result of its aggregation. */
export interface Group {
  /** The value of the field that makes the groups; `all` where all records are one group. */
  group: unknown;
  value: unknown;
}

/** `aggregate(portal, "air-quality", { aggregation: "max(`no2`)", by: "station" })`: one number for each station. */
export function aggregate(
  portal: Portal,
  id: string,
  { aggregation, by, ...selection }: Selection & { aggregation: string; by?: string | undefined },
): Group[] {
  const name = "aggregate_value";
  const { results } = ask<{ results: DatasetRecord[] }>(portal, {
    ...datasetCall(id, "/records"),
    query: {
      ...selection,
      select: `${aggregation} as ${name}`,
      group_by: by && fieldName(by),
      limit: by ? MOST_GROUPS : 1,
    },
    list: "results",
  });
  return results.map((row) => ({ group: by ? row[by] : "all", value: row[name] }));
}

/** A facet, and how often each of its values occurs. */
export interface Facet {
  name: string;
  facets: { name: string; value?: string; count: number }[];
}

export function catalogFacets(portal: Portal, facet?: string): Facet[] {
  const call: Call = { path: `${root}/facets`, query: { facet }, list: "facets" };
  return ask<{ facets: Facet[] }>(portal, call).facets;
}

export function recordFacets(portal: Portal, id: string): Facet[] {
  return ask<{ facets: Facet[] }>(portal, { ...datasetCall(id, "/facets"), list: "facets" }).facets;
}

/** The records as one file of a format: `csv`, `json`, `xlsx`. */
export function exportAddress(
  account: Account,
  id: string,
  { format, query = {} }: { format: string; query?: Query },
): string {
  return addressOf(account, { ...datasetCall(id, `/exports/${format}`), query });
}

// Source: explore-v2.1, the addresses in the example of a dataset's attachments.
export function attachmentAddress(account: Account, id: string, attachment: string): string {
  return addressOf(account, datasetCall(id, `/attachments/${encodeURIComponent(attachment)}`));
}
