import { OdsqlError } from "../errors.ts";

export type TokenKind = "string" | "number" | "date" | "geometry" | "name" | "quoted name" | "symbol" | "end";

export interface Token {
  kind: TokenKind;
  /** The content: of a string without its quotes and escapes, of a date what is between the quotes. */
  text: string;
  /** The text in the query. */
  source: string;
}

/** The first that matches wins: date'…' before names, names before numbers, because a name may begin with a digit. */
const PATTERNS: { kind: TokenKind; pattern: RegExp }[] = [
  { kind: "string", pattern: /"((?:\\.|[^"\\])*)"/suy },
  { kind: "string", pattern: /'((?:\\.|[^'\\])*)'/suy },
  { kind: "date", pattern: /date'([^']*)'/iuy },
  { kind: "geometry", pattern: /geom'([^']*)'/iuy },
  { kind: "quoted name", pattern: /`([^`]+)`/uy },
  { kind: "name", pattern: /(\d*[a-z_]\w*)/iuy },
  { kind: "number", pattern: /([+-]?\d+(?:\.\d+)?)/uy },
  { kind: "symbol", pattern: /(!=|<=|>=|\.\.|[<>=:()[\],*+/-])/uy },
];

const SPACE = /\s*/uy;

/** An ODSQL text as tokens, the last of which is the end. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position = skipSpace(text, position + token.source.length);
  }
  tokens.push({ kind: "end", text: "", source: "" });
  return tokens;
}

function skipSpace(text: string, position: number): number {
  SPACE.lastIndex = position;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function tokenAt(text: string, position: number): Token {
  for (const { kind, pattern } of PATTERNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match === null) continue;
    const content = match[1] ?? "";
    return { kind, text: kind === "string" ? removeBackslashes(content) : content, source: match[0] };
  }
  throw new OdsqlError(`Unexpected character: ${text.charAt(position)}`);
}

// assumed: a backslash keeps any character after it. Don\'t -> Don't
function removeBackslashes(content: string): string {
  return content.replace(/\\(.)/gsu, "$1");
}
