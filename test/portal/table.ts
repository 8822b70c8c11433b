import type { FieldType } from "./dataset.ts";
import { OdsqlError } from "./errors.ts";

/** A name in a clause: a field of a dataset, or a key of the catalog. */
export interface Column {
  name: string;
  type: FieldType | "json";
  facet?: boolean;
  /** Refining twice on the facet means either value, not both. */
  disjunctive?: boolean;
  /** The separator of a facet whose value is a path. */
  separator?: string;
  /** Text only: order_by accepts it. Numbers, dates and booleans are always sortable. */
  sortable?: boolean;
  multivalued?: boolean;
}

export interface Row {
  /** The values of where, order_by, refine and exclude, by column. */
  values: Values;
  /** The values of select, in the time zone of the request. It is made when it is read, for the rows that are answered. */
  readonly shown: Values;
}

export interface Values {
  [name: string]: unknown;
}

/** Rows that a request queries: the datasets of the catalog, or the records of a dataset. */
export interface Table {
  columns: Column[];
  rows: Row[];
  /** The keys of `shown` that an answer has without select. */
  default_keys: string[];
  /** The keys of `shown` that only select brings, beside those of the columns. */
  extra_keys: string[];
}

/** The column of a name; a name that is none is an error that says which. */
export function findColumn(columns: Column[], name: string): Column {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw unknownField(name);
  return column;
}

// assumed: the wording. Source: docs/platform.md, "Portals of Opendatasoft".
export const unknownField = (name: string): OdsqlError => new OdsqlError(`Unknown field: ${name}`);

/** The values of a cell: none for null, each for a list. */
export function valuesOf(cell: unknown): unknown[] {
  if (cell === null || cell === undefined) return [];
  return Array.isArray(cell) ? cell : [cell];
}
