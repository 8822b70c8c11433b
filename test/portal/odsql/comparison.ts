import { OdsqlError } from "../errors.ts";
import { type Column, valuesOf } from "../table.ts";
import type { Literal, Operator } from "./expression.ts";
import { instantOf } from "./instant.ts";
import { evaluateNow } from "./now.ts";

type Comparable = string | number | boolean;

const TYPES: { [kind in "text" | "number" | "date" | "boolean"]: Column["type"][] } = {
  text: ["text"],
  number: ["int", "double"],
  date: ["date", "datetime"],
  boolean: ["boolean"],
};

const COMPARE: { [Name in Operator]: (value: Comparable, literal: Comparable) => boolean } = {
  "=": (value, literal) => value === literal,
  "!=": (value, literal) => value !== literal,
  "<": (value, literal) => value < literal,
  "<=": (value, literal) => value <= literal,
  ">": (value, literal) => value > literal,
  ">=": (value, literal) => value >= literal,
};

/**
 * A test of a cell against a literal; a literal of another type than the column's is an error.
 * Null is never equal, unequal, larger or smaller. Source: explore-v2.1, "Handling null values".
 * Assumed: of a multivalued field, = wants one value that is equal and != wants none.
 */
export function compileComparison(
  column: Column,
  operator: Operator,
  operand: { literal: Literal; now: Date },
) {
  const literal = literalFor(column, operand.literal, operand.now);
  // Source: explore-v2.1, "Text comparison operators" has = only.
  if (typeof literal !== "number" && operator !== "=" && operator !== "!=") {
    throw new OdsqlError(`${operator} is not defined on the ${column.type} field ${column.name}`);
  }
  const compare = COMPARE[operator];
  return (cell: unknown): boolean => {
    const values = valuesOf(cell).map((value) => comparable(column, value));
    if (operator === "!=") return values.length > 0 && values.every((value) => compare(value, literal));
    return values.some((value) => compare(value, literal));
  };
}

function literalFor(column: Column, literal: Literal, now: Date): Comparable {
  const kind = literal.kind === "now" ? "date" : literal.kind;
  if (!TYPES[kind].includes(column.type)) {
    throw new OdsqlError(`A ${kind} cannot be compared to the ${column.type} field ${column.name}`);
  }
  return literal.kind === "now" ? evaluateNow(now, literal.settings) : literal.value;
}

/** A cell's value in a form that orders: a date as its instant. */
export function comparable(column: Column, value: unknown): Comparable {
  if (!TYPES.date.includes(column.type)) return value as Comparable;
  const instant = instantOf(String(value));
  if (instant === undefined) throw new Error(`Failed to read ${column.name}: ${String(value)} is no date`);
  return instant;
}
