/** The Explore API v2.1, with which a portal is read. */
import { type Account, addressOf, ask, type Query } from "./portal.ts";

/** The most that one request for a list can ask for. */
const MOST_RESULTS = 100;

/** The editor shows three samples at most. */
export const SAMPLES = 3;

/** What a list endpoint answers. */
export interface List<T> {
  total_count: number;
  results: T[];
}

/** A dataset of the catalog, as far as it is used here. */
export interface ListedDataset {
  /** Never changes, unlike `dataset_id`. */
  dataset_uid: string;
  dataset_id: string;
  attachments: Attachment[];
  metas: { default?: DatasetMetas };
}

/** The same with the fields of its records. */
export interface Dataset extends ListedDataset {
  fields: Field[];
}

/** What a portal says of a dataset by itself; its publisher may add to it. */
export interface DatasetMetas {
  title?: string;
  /** A publisher may set it, or leave it out. */
  modified?: string | null;
  /** Whether the portal sets `modified` when the data changes. */
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
  /** `id` marks what tells records apart, `sortable` a text that one can order by. */
  annotations?: { [name: string]: string[] | undefined };
}

interface Attachment {
  id: string;
  title: string;
}

/** A record, with what `select` names. */
export interface DatasetRecord {
  [field: string]: unknown;
}

/** Which datasets or records, and in which order. */
export interface Selection {
  /** A condition in ODSQL. */
  where?: string | undefined;
  /** `facet:value`, each of which must hold. */
  refine?: (string | undefined)[];
  order_by?: string;
  /** What is answered of each. */
  select?: string;
}

const root = "/api/explore/v2.1/catalog";

/** The path of a dataset, with what stands behind it: `pathOf("air-quality", "/records")`. */
function pathOf(dataset: string, behind = ""): string {
  return `${root}/datasets/${encodeURIComponent(dataset.trim())}${behind}`;
}

/** One page of the catalog. Without its fields, which only `dataset` gives, a dataset is small. */
export function datasets(account: Account, query: Query): List<ListedDataset> {
  return ask(account, {
    path: `${root}/datasets`,
    query: { select: "dataset_uid, dataset_id, attachments, metas", ...query },
  });
}

/**
 * The datasets of the catalog in the order of a selection, as far as they are wanted.
 *
 * @param isEnough - is asked after each page with its last dataset
 * @param most - how many datasets are asked for at most
 */
export function datasetsUntil(
  account: Account,
  { isEnough, most, ...selection }: Selection & { isEnough: (last: ListedDataset) => boolean; most: number },
): ListedDataset[] {
  const found: ListedDataset[] = [];
  while (found.length < most) {
    const page = datasets(account, { ...selection, limit: MOST_RESULTS, offset: found.length });
    found.push(...page.results);
    const last = page.results[page.results.length - 1];
    if (!last || found.length >= page.total_count || isEnough(last)) break;
  }
  return found;
}

export function dataset(account: Account, id: string): Dataset {
  return ask(account, { path: pathOf(id), about: `the dataset "${id}"` });
}

/** The first records of a selection; an export has no limit but its own. */
export function records(
  account: Account,
  id: string,
  { most, ...selection }: Selection & { most: number },
): DatasetRecord[] {
  return ask(account, {
    path: pathOf(id, "/exports/json"),
    query: { ...selection, limit: most },
    about: `the dataset "${id}"`,
  });
}

/** The values of a facet of the catalog, with how many datasets have each. */
export function facetValues(account: Account, facet: string): { name: string; count: number }[] {
  const { facets } = ask<{ facets: { name: string; facets: { name: string; count: number }[] }[] }>(account, {
    path: `${root}/facets`,
    query: { facet },
  });
  const found = facets.filter(({ name }) => name === facet)[0];
  return found ? found.facets : [];
}

/** All of a dataset's records as one file of a format: `csv`, `json`, `xlsx`. */
export function exportAddress(account: Account, id: string, format: string): string {
  return addressOf(account, { path: pathOf(id, `/exports/${format}`) });
}

export function attachmentAddress(account: Account, id: string, attachment: string): string {
  return addressOf(account, { path: pathOf(id, `/attachments/${encodeURIComponent(attachment)}`) });
}
