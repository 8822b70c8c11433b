import { inClause, OdsqlError } from "../errors.ts";
import type { Parameters } from "../parameters.ts";
import { type Column, findColumn, type Row, type Values, valuesOf } from "../table.ts";
import { comparable } from "./comparison.ts";
import { TokenStream } from "./token-stream.ts";

type Reduce = (cells: unknown[], column: Column | undefined) => unknown;

const numbers = (cells: unknown[]) => cells as number[];
const sum = (cells: unknown[]) => numbers(cells).reduce((total, cell) => total + cell, 0);

function extreme(cells: unknown[], column: Column | undefined, sign: 1 | -1): unknown {
  const order = (cell: unknown) => Number(comparable(column as Column, cell)) * sign;
  return cells.reduce((best, cell) => (order(cell) > order(best) ? cell : best));
}

// Source: explore-v2.1, "ODSQL aggregate functions". Not evaluated here: median, percentile, envelope, bbox, count(distinct).
const AGGREGATES: { [name: string]: Reduce } = {
  avg: (cells) => sum(cells) / cells.length,
  sum,
  min: (cells, column) => extreme(cells, column, -1),
  max: (cells, column) => extreme(cells, column, 1),
  count: (cells) => cells.length,
};

interface Aggregation {
  name: string;
  /** Undefined for `*`. */
  field: string | undefined;
  label: string;
}

/** Tells whether a select clause is an aggregation: `avg(no2) as average`. */
export function isAggregation({ select, group_by }: Parameters): boolean {
  return group_by !== undefined || /^\s*(avg|sum|min|max|count)\s*\(/iu.test(select ?? "");
}

/** A row for each group: the value of the field that makes it, and the aggregation. Null values make a group, too. */
export function aggregated(rows: Row[], columns: Column[], parameters: Parameters): Values[] {
  const { select = "", group_by, offset, limit } = parameters;
  const { name, field, label } = inClause("select", () => readAggregation(select));
  const column = field === undefined ? undefined : inClause("select", () => aggregable(name, field, columns));
  const by = group_by === undefined ? undefined : inClause("group_by", () => readField(group_by, columns));
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const key = by === undefined ? undefined : (row.shown[by] ?? null);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  // Without a group_by, all rows are one group, even none.
  if (by === undefined && groups.size === 0) groups.set(undefined, []);
  return [...groups].slice(offset, offset + limit).map(([key, members]) => {
    const cells = members.flatMap(({ shown }) => (column === undefined ? [1] : valuesOf(shown[column.name])));
    const isEmpty = cells.length === 0 && name !== "count";
    const value = isEmpty ? null : AGGREGATES[name]?.(cells, column);
    return { ...(by !== undefined && { [by]: key }), [label]: value };
  });
}

function readAggregation(text: string): Aggregation {
  const tokens = new TokenStream(text);
  const name = tokens.next().text.toLowerCase();
  if (!Object.hasOwn(AGGREGATES, name)) throw new OdsqlError(`${name}() is not evaluated`);
  tokens.expectSymbol("(");
  const field = name === "count" && tokens.acceptSymbol("*") ? undefined : tokens.expectFieldName();
  tokens.expectSymbol(")");
  const label = tokens.acceptKeyword("as") ? tokens.expectFieldName() : `${name}(${field ?? "*"})`;
  tokens.expectEnd();
  return { name, field, label };
}

// Source: explore-v2.1, "ODSQL aggregate functions": the types that each of them takes.
function aggregable(name: string, field: string, columns: Column[]): Column {
  const column = findColumn(columns, field);
  const isNumber = column.type === "int" || column.type === "double";
  const isDate = column.type === "date" || column.type === "datetime";
  const takes = name === "count" || isNumber || (isDate && (name === "min" || name === "max"));
  if (!takes) throw new OdsqlError(`${name}() is not defined on the ${column.type} field ${field}`);
  return column;
}

function readField(text: string, columns: Column[]): string {
  const tokens = new TokenStream(text);
  const field = tokens.expectFieldName();
  tokens.expectEnd();
  return findColumn(columns, field).name;
}
