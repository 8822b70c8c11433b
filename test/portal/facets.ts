import { invalidParameter } from "./errors.ts";
import type { RowTest } from "./odsql/compile-where.ts";
import { type Column, type Values, valuesOf } from "./table.ts";

/** A chosen facet value. theme:Environment -> { column: theme, value: "Environment" } */
interface Choice {
  column: Column;
  value: string;
}

/** Rows that have all the chosen values; of a disjunctive facet, any of them (assumed). */
export function compileRefine(choices: string[], columns: Column[]): RowTest {
  const read = choices.map((choice) => readChoice("refine", choice, columns));
  const isMet = (values: Values, choice: Choice) =>
    hasValue(values, choice) ||
    (choice.column.disjunctive === true &&
      read.some((other) => other.column === choice.column && hasValue(values, other)));
  return (values) => read.every((choice) => isMet(values, choice));
}

/** Rows that have none of the chosen values. */
export function compileExclude(choices: string[], columns: Column[]): RowTest {
  const read = choices.map((choice) => readChoice("exclude", choice, columns));
  return (values) => !read.some((choice) => hasValue(values, choice));
}

// Source: explore-v2.1, parameter refine: "refine=<FACETNAME>:<FACETVALUE>". Assumed: the wording of the errors.
function readChoice(parameter: string, choice: string, columns: Column[]): Choice {
  const colon = choice.indexOf(":");
  if (colon < 1)
    throw invalidParameter(
      `Invalid value for ${parameter} API parameter: ${choice} is not FACETNAME:FACETVALUE`,
    );
  const name = choice.slice(0, colon);
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined)
    throw invalidParameter(`Invalid value for ${parameter} API parameter: Unknown field: ${name}`);
  if (!column.facet)
    throw invalidParameter(`Invalid value for ${parameter} API parameter: ${name} is not a facet`);
  return { column, value: choice.slice(colon + 1) };
}

function hasValue(row: Values, { column, value }: Choice): boolean {
  const separator = isDate(column) ? "/" : column.separator;
  return valuesOf(row[column.name])
    .map((cell) => facetValue(column, cell))
    .some((found) => found === value || (separator !== undefined && found.startsWith(value + separator)));
}

// Source: explore-v2.1, parameter exclude: modified:2019/12. 2019-12-31T08:00:00+00:00 -> 2019/12/31
function facetValue(column: Column, cell: unknown): string {
  return isDate(column) ? String(cell).slice(0, 10).replaceAll("-", "/") : String(cell);
}

const isDate = ({ type }: Column): boolean => type === "date" || type === "datetime";

/** Each value of some facets among the rows, the most frequent first. Source: explore-v2.1, example catalog_facets. */
export function countFacets(rows: Values[], columns: Column[], names: string[]) {
  const asked = names.length > 0 ? names : columns.filter(({ facet }) => facet).map(({ name }) => name);
  return asked.map((name) => {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column?.facet)
      throw invalidParameter(`Invalid value for facet API parameter: ${name} is not a facet`);
    const counts = new Map<string, number>();
    for (const row of rows) {
      for (const cell of valuesOf(row[name])) {
        const value = facetValue(column, cell);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const found = [...counts].map(([value, count]) => ({ count, state: "displayed", name: value, value }));
    return { name, facets: found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) };
  });
}
