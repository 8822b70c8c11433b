import { OdsqlError } from "../errors.ts";
import { type Column, findColumn, type Values, valuesOf } from "../table.ts";
import { comparable } from "./comparison.ts";
import { TokenStream } from "./token-stream.ts";

/** Negative where the first row comes first. */
export type RowOrder = (first: Values, second: Values) => number;

/** An order_by clause: fields, each with asc (the default) or desc. Functions and aggregations are errors. */
export function compileOrderBy(text: string, columns: Column[]): RowOrder {
  const tokens = new TokenStream(text);
  const orders = [readOrder(tokens, columns)];
  while (tokens.acceptSymbol(",")) orders.push(readOrder(tokens, columns));
  tokens.expectEnd();
  return (first, second) => {
    for (const order of orders) {
      const result = order(first, second);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function readOrder(tokens: TokenStream, columns: Column[]): RowOrder {
  const { kind, text } = tokens.peek();
  if (kind === "name" && tokens.isSymbol("(", 1))
    throw new OdsqlError(`${text.toLowerCase()}() is not evaluated`);
  const column = findColumn(columns, tokens.expectFieldName());
  checkSortable(column);
  const descending = tokens.acceptKeyword("desc");
  if (!descending) tokens.acceptKeyword("asc");
  return (first, second) =>
    compareCells(column, [first[column.name], second[column.name]], descending ? -1 : 1);
}

// Source: docs/platform.md, "Portals of Opendatasoft". Assumed: the wording, and no order for places and JSON.
function checkSortable({ name, type, sortable }: Column): void {
  const unsortable = type === "text" ? !sortable : type === "json" || type.startsWith("geo_");
  if (unsortable) throw new OdsqlError(`Field ${name} is not sortable`);
}

// Source: explore-v2.1, "Handling null values": nulls come last in either direction. Assumed: text by its UTF-16 units.
function compareCells(column: Column, cells: [unknown, unknown], direction: 1 | -1): number {
  const [first, second] = cells.map((cell) => valuesOf(cell).map((value) => comparable(column, value))[0]);
  if (first === second) return 0;
  if (first === undefined) return 1;
  if (second === undefined) return -1;
  return first < second ? -direction : direction;
}
