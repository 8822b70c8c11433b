import { DataFailure } from "../../model/failure.ts";
import { suggestion } from "../../model/nearest.ts";
import { isPlainObject } from "../json.ts";
import { type FieldForm, type FieldValues, type FormField, isEmpty, ownValue } from "./form.ts";

/** The line items of one parent key, as the user filled them in. */
export interface GivenLines {
  readonly parent: string;
  /** The fields of each line. */
  readonly members: readonly FormField[];
  /** Empty where none of them was filled in. */
  readonly rows: readonly FieldValues[];
}

/**
 * Finds the line items in what the user filled in: a list of objects under the parent key, or a list of values under the key of each
 * member, as many lines as the longest of them has entries. Source: the archived documentation, "Parent Key". Assumed: a value that
 * is not a list stands in every line.
 *
 * `{amount: ["$3.00", "$2.55"], quantity: [12, 1]}` -> `[{amount: "$3.00", quantity: 12}, …]`
 */
export function linesIn(given: FieldValues, form: FieldForm): GivenLines[] {
  const parents = new Set(form.fields.flatMap(({ parent_key }) => parent_key ?? []));
  return [...parents].map((parent) => {
    const members = form.fields.filter(({ parent_key }) => parent_key === parent);
    const columns = members
      .map(({ key }) => [key, ownValue(given, key)] as const)
      .filter(([, value]) => !isEmpty(value));
    const lines = { parent, members };
    const rows = ownValue(given, parent);
    if (isEmpty(rows)) return { ...lines, rows: rowsOf(columns) };
    const [column] = columns;
    if (column) throw givenTwice(parent, column[0], form);
    return { ...lines, rows: checkedRows(rows, lines, form) };
  });
}

function rowsOf(columns: readonly (readonly [string, unknown])[]): FieldValues[] {
  const length = Math.max(0, ...columns.map(([, column]) => (Array.isArray(column) ? column.length : 1)));
  return Array.from({ length }, (_, line) =>
    Object.fromEntries(columns.map(([key, column]) => [key, Array.isArray(column) ? column[line] : column])),
  );
}

function checkedRows(
  rows: unknown,
  { parent, members }: Omit<GivenLines, "rows">,
  { task, kind }: FieldForm,
): FieldValues[] {
  const keys = members.map(({ key }) => key);
  if (!Array.isArray(rows) || !rows.every(isPlainObject))
    throw new DataFailure(
      `Failed to ${task}: the line items "${parent}" must be a list of objects, one a line.`,
      {
        hint: `Each has ${keys.join(", ")}.`,
      },
    );
  for (const [index, row] of rows.entries()) {
    const unknown = Object.keys(row).find((key) => !keys.includes(key));
    if (unknown === undefined) continue;
    throw new DataFailure(
      `Failed to ${task}: there is no ${kind} "${unknown}" in line ${index + 1} of "${parent}".`,
      {
        hint: suggestion(unknown, keys),
      },
    );
  }
  return rows;
}

function givenTwice(parent: string, key: string, { task, kind }: FieldForm): DataFailure {
  return new DataFailure(
    `Failed to ${task}: the ${kind} "${key}" belongs to "${parent}", and both are given.`,
    {
      hint: `Give "${parent}" a list of objects, or each of its fields a list.`,
    },
  );
}
