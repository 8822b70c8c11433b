import { OdsqlError } from "../errors.ts";
import { type Column, findColumn, type Values, valuesOf } from "../table.ts";
import { compileComparison } from "./comparison.ts";
import type { Bound, Expression, Literal } from "./expression.ts";
import { hasWords, TEXT_MATCHES } from "./full-text.ts";
import { compilePlace } from "./geo.ts";

/** The scope of a clause: the fields, and the time. */
export interface Scope {
  columns: Column[];
  now: Date;
}

export type RowTest = (values: Values) => boolean;

type Of<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

/** A test of rows; a field that is unknown or of the wrong type is an error even where there are no rows. */
export function compileWhere(expression: Expression, scope: Scope): RowTest {
  switch (expression.kind) {
    case "and":
    case "or":
      return compileTerms(expression, scope);
    case "not": {
      const test = compileWhere(expression.term, scope);
      return (values) => !test(values);
    }
    case "words":
      return (values) => hasWords(textsOf(scope.columns, values), expression.text);
    case "text function":
      return compileTextFunction(expression, scope);
    case "like":
      return compileLike(expression, scope);
    case "comparison":
      return compileTest(expression.field, [expression], scope);
    case "in list":
      return compileList(expression, scope);
    case "in range":
      return compileRange(expression, scope);
    case "member":
      return compileMember(expression, scope);
    case "is null": {
      const { name } = findColumn(scope.columns, expression.field);
      return (values) => valuesOf(values[name]).length === 0;
    }
    case "is boolean": {
      const literal: Literal = { kind: "boolean", value: expression.value };
      return compileTest(expression.field, [{ operator: "=", literal }], scope);
    }
    case "in geometry":
    case "near":
    case "in box":
      return compilePlace(expression, scope.columns);
  }
}

function compileTerms({ kind, terms }: Of<"and" | "or">, scope: Scope): RowTest {
  const tests = terms.map((term) => compileWhere(term, scope));
  return kind === "and"
    ? (values) => tests.every((test) => test(values))
    : (values) => tests.some((test) => test(values));
}

type Comparison = Pick<Of<"comparison">, "operator" | "literal">;

/** All the comparisons of one field. */
function compileTest(field: string, comparisons: Comparison[], { columns, now }: Scope): RowTest {
  const column = findColumn(columns, field);
  const tests = comparisons.map(({ operator, literal }) =>
    compileComparison(column, operator, { literal, now }),
  );
  return (values) => tests.every((test) => test(values[column.name]));
}

function compileList({ field, literals }: Of<"in list">, scope: Scope): RowTest {
  const tests = literals.map((literal) => compileTest(field, [{ operator: "=", literal }], scope));
  return (values) => tests.some((test) => test(values));
}

// Source: explore-v2.1, "IN filter": a range is numeric or of dates.
function compileRange({ field, low, high }: Of<"in range">, scope: Scope): RowTest {
  const above = ({ included, literal }: Bound): Comparison => ({ operator: included ? ">=" : ">", literal });
  const below = ({ included, literal }: Bound): Comparison => ({ operator: included ? "<=" : "<", literal });
  return compileTest(field, [above(low), below(high)], scope);
}

function compileMember({ field, literal }: Of<"member">, scope: Scope): RowTest {
  if (!findColumn(scope.columns, field).multivalued) throw new OdsqlError(`${field} is no multivalued field`);
  return compileTest(field, [{ operator: "=", literal }], scope);
}

function compileTextFunction({ name, fields, text }: Of<"text function">, scope: Scope): RowTest {
  const searched =
    fields.length === 0 ? scope.columns : fields.map((field) => textColumn(scope.columns, field));
  return (values) => TEXT_MATCHES[name](textsOf(searched, values), text);
}

// Source: explore-v2.1, "Where clause": like "paris" is said to mean that the field contains the word.
function compileLike({ field, text }: Of<"like">, scope: Scope): RowTest {
  const column = textColumn(scope.columns, field);
  return (values) => hasWords(textsOf([column], values), text);
}

function textColumn(columns: Column[], field: string): Column {
  const column = findColumn(columns, field);
  if (column.type !== "text") throw new OdsqlError(`${field} is no text field`);
  return column;
}

// assumed: "all visible fields" are those of text and numbers.
function textsOf(columns: Column[], values: Values): string[] {
  const searched = columns.filter(({ type }) => type === "text" || type === "int" || type === "double");
  return searched.flatMap(({ name }) => valuesOf(values[name])).map(String);
}
