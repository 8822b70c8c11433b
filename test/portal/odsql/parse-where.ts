import { OdsqlError } from "../errors.ts";
import { type Bound, type Expression, OPERATORS, TEXT_FUNCTIONS } from "./expression.ts";
import { isGeoFunction, readGeoFunction } from "./geo.ts";
import { isLiteralAhead, readLiteral } from "./literal.ts";
import { TokenStream } from "./token-stream.ts";

/** A where clause as an expression; a syntax that it does not know is an error, as a malformed one is. */
export function parseWhere(text: string): Expression {
  const tokens = new TokenStream(text);
  const expression = readOr(tokens);
  tokens.expectEnd();
  return expression;
}

function readOr(tokens: TokenStream): Expression {
  const terms = [readAnd(tokens)];
  while (tokens.acceptKeyword("or")) terms.push(readAnd(tokens));
  return terms.length === 1 ? (terms[0] as Expression) : { kind: "or", terms };
}

function readAnd(tokens: TokenStream): Expression {
  const terms = [readNot(tokens)];
  while (tokens.acceptKeyword("and")) terms.push(readNot(tokens));
  return terms.length === 1 ? (terms[0] as Expression) : { kind: "and", terms };
}

function readNot(tokens: TokenStream): Expression {
  if (tokens.acceptKeyword("not")) return { kind: "not", term: readNot(tokens) };
  if (!tokens.acceptSymbol("(")) return readPredicate(tokens);
  const inner = readOr(tokens);
  tokens.expectSymbol(")");
  return inner;
}

function readPredicate(tokens: TokenStream): Expression {
  if (isLiteralAhead(tokens)) return readMember(tokens);
  const { kind, text } = tokens.peek();
  if (kind === "string") {
    const member = tokens.peek(1).kind === "name" && tokens.peek(1).text.toLowerCase() === "in";
    return member ? readMember(tokens) : { kind: "words", text: tokens.next().text };
  }
  if (kind === "name" && tokens.isSymbol("(", 1)) return readFunction(tokens, text.toLowerCase());
  return readFieldFilter(tokens, tokens.expectFieldName());
}

/** "Paris" IN cities */
function readMember(tokens: TokenStream): Expression {
  const literal = readLiteral(tokens);
  if (!tokens.acceptKeyword("in")) throw tokens.unexpected();
  return { kind: "member", literal, field: tokens.expectFieldName() };
}

/** search("film"), search(*, "film"), search(title, description, "film") */
function readFunction(tokens: TokenStream, called: string): Expression {
  if (isGeoFunction(called)) return readGeoFunction(tokens);
  const name = TEXT_FUNCTIONS.find((candidate) => candidate === called);
  if (name === undefined) throw new OdsqlError(`${called}() is not evaluated`);
  tokens.next();
  tokens.expectSymbol("(");
  const fields: string[] = [];
  if (tokens.acceptSymbol("*")) tokens.expectSymbol(",");
  while (tokens.peek().kind !== "string") {
    fields.push(tokens.expectFieldName());
    tokens.expectSymbol(",");
  }
  const text = tokens.expectString();
  tokens.expectSymbol(")");
  return { kind: "text function", name, fields, text };
}

function readFieldFilter(tokens: TokenStream, field: string): Expression {
  const operator = OPERATORS.find((candidate) => tokens.isSymbol(candidate));
  if (operator !== undefined || tokens.isSymbol(":")) {
    tokens.next();
    return { kind: "comparison", field, operator: operator ?? "=", literal: readLiteral(tokens) };
  }
  if (tokens.acceptKeyword("like")) return { kind: "like", field, text: tokens.expectString() };
  if (tokens.acceptKeyword("is")) return readIs(tokens, field);
  if (tokens.acceptKeyword("in")) return readIn(tokens, field);
  return { kind: "is boolean", field, value: true };
}

function readIs(tokens: TokenStream, field: string): Expression {
  const negated = tokens.acceptKeyword("not");
  const filter = readIsOperand(tokens, field);
  return negated ? { kind: "not", term: filter } : filter;
}

function readIsOperand(tokens: TokenStream, field: string): Expression {
  if (tokens.acceptKeyword("null")) return { kind: "is null", field };
  if (tokens.acceptKeyword("true")) return { kind: "is boolean", field, value: true };
  if (tokens.acceptKeyword("false")) return { kind: "is boolean", field, value: false };
  throw tokens.unexpected();
}

/** field IN ("a", "b"), field IN [1..10], field IN ]1 TO 10[ */
function readIn(tokens: TokenStream, field: string): Expression {
  if (tokens.isSymbol("[") || tokens.isSymbol("]")) return readRange(tokens, field);
  tokens.expectSymbol("(");
  const literals = [readLiteral(tokens)];
  while (tokens.acceptSymbol(",")) literals.push(readLiteral(tokens));
  tokens.expectSymbol(")");
  return { kind: "in list", field, literals };
}

function readRange(tokens: TokenStream, field: string): Expression {
  const low: Bound = { included: tokens.next().text === "[", literal: readLiteral(tokens) };
  if (!tokens.acceptSymbol("..") && !tokens.acceptKeyword("to")) throw tokens.unexpected();
  const literal = readLiteral(tokens);
  if (!tokens.isSymbol("]") && !tokens.isSymbol("[")) throw tokens.unexpected();
  return { kind: "in range", field, low, high: { included: tokens.next().text === "]", literal } };
}
