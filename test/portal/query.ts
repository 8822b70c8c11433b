import { inClause } from "./errors.ts";
import { compileExclude, compileRefine } from "./facets.ts";
import { compileWhere, type RowTest } from "./odsql/compile-where.ts";
import { compileOrderBy } from "./odsql/order-by.ts";
import { parseWhere } from "./odsql/parse-where.ts";
import { compileSelect } from "./odsql/select.ts";
import type { Parameters } from "./parameters.ts";
import type { Row, Table, Values } from "./table.ts";

export interface Selected {
  row: Row;
  /** The answer's part of the row. */
  answer: Values;
}

export interface Page {
  /** The number of matching rows, on all pages. */
  total_count: number;
  results: Selected[];
}

/** The rows that a request wants: filtered, ordered, cut to a page, reduced to what it selects. */
export function runQuery(table: Table, parameters: Parameters, now: Date): Page {
  const select = selection(table, parameters);
  const rows = filter(table, parameters, now);
  const { order_by, offset, limit } = parameters;
  if (order_by !== undefined) {
    const order = inClause("order_by", () => compileOrderBy(order_by, table.columns));
    rows.sort((first, second) => order(first.values, second.values));
  }
  const page = rows.slice(offset, offset + limit);
  return { total_count: rows.length, results: page.map((row) => ({ row, answer: select(row) })) };
}

/** The answer for a row. */
export function selection(table: Table, { select }: Parameters): (row: Row) => Values {
  return inClause("select", () => compileSelect(select, table));
}

/** The rows that a request is about, in the order in which they are kept. */
export function filter(table: Table, { where, refine, exclude }: Parameters, now: Date): Row[] {
  const scope = { columns: table.columns, now };
  const tests: RowTest[] = [
    ...where.map((text) => inClause("where", () => compileWhere(parseWhere(text), scope))),
    compileRefine(refine, table.columns),
    compileExclude(exclude, table.columns),
  ];
  return table.rows.filter(({ values }) => tests.every((test) => test(values)));
}
