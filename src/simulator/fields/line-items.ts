import type { ActionField } from "../../model/definitions.ts";
import type { FieldValues } from "./field-values.ts";

/**
 * Makes line items of the fields with one parent key, as many as the longest of their lists has entries.
 * Source: the archived documentation, "Parent Key". Assumed: what is no list stands in every line.
 * `{amount: ["$3.00", "$2.55"], quantity: [12, 1]}` -> `{line_items: [{amount: "$3.00", quantity: 12}, …]}`
 */
export function withLineItems(values: FieldValues, fields: readonly ActionField[]): FieldValues {
  const parents = new Map<string, string[]>();
  for (const { key, parent_key } of fields) {
    if (parent_key === undefined || values[key] === undefined) continue;
    parents.set(parent_key, [...(parents.get(parent_key) ?? []), key]);
  }
  const children = [...parents.values()].flat();
  const own = Object.entries(values).filter(([key]) => !children.includes(key));
  const lines = [...parents].map(([parent, keys]) => [parent, linesOf(values, keys)] as const);
  return Object.fromEntries([...own, ...lines]);
}

function linesOf(values: FieldValues, keys: readonly string[]): FieldValues[] {
  const columns = keys.map((key) => [key, values[key]] as const);
  const length = Math.max(...columns.map(([, column]) => (Array.isArray(column) ? column.length : 1)));
  return Array.from({ length }, (_, line) => {
    const cells = columns.map(([key, column]) => [key, Array.isArray(column) ? column[line] : column]);
    return Object.fromEntries(cells.filter(([, value]) => value !== undefined));
  });
}
