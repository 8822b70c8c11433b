import { createRequire } from "node:module";
import type { ParseError } from "jsonc-parser";
import { DataFailure } from "../model/failure.ts";
import { type GivenFile, readText } from "./read-text.ts";

/**
 * Reads a JSON file: UTF-8, or UTF-16 with a byte order mark.
 *
 * @throws {Failure} when there is none, or it is not JSON: with the line and the column of the mistake.
 */
export function readJson(given: GivenFile): unknown {
  return parseJson(readText(given), given);
}

/**
 * Parses JSON that the user hands over.
 *
 * @throws {Failure} when it is not JSON: with the line and the column of the mistake.
 */
export function parseJson(text: string, { file, what, hint, isSecret = false }: GivenFile): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = mistakeIn(text, { isSecret }) ?? (isSecret ? "it is not JSON" : (error as Error).message);
    throw new DataFailure(`Failed to read ${what} from ${file}: ${why}.`, hint === undefined ? {} : { hint });
  }
}

/** Why a text is not JSON: `line 3, column 5: a comma is missing`; undefined where nothing is found. */
export function mistakeIn(text: string, { isSecret = false } = {}): string | undefined {
  if (text.trim() === "") return "it is empty";
  // Loaded where it is needed. The message of JSON.parse depends on the engine, and names no line.
  const { parse, printParseErrorCode }: typeof import("jsonc-parser") = createRequire(import.meta.url)(
    "jsonc-parser",
  );
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [mistake] = errors;
  if (!mistake) return undefined;
  const { offset, length, error } = mistake;
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const column = (lines.at(-1) as string).length + 1;
  const found = text.slice(offset, offset + Math.min(length, MOST_SHOWN));
  const isCommaTooMany = /^[}\]]$/.test(found) && /,\s*$/.test(text.slice(0, offset));
  const says = isCommaTooMany
    ? `the comma before \`${found}\` is one too many`
    : (mistakes[printParseErrorCode(error)]?.(isSecret ? hidden : found) ?? "this is not JSON");
  return `line ${lines.length}, column ${column}: ${says}`;
}

const MOST_SHOWN = 20;

const hidden = "…";

/** The mistakes in JSON, by the codes of jsonc-parser and the text at each. */
const mistakes: { readonly [code: string]: (found: string) => string } = {
  InvalidSymbol: (found) => `\`${found}\` is not JSON: texts and names stand in double quotes`,
  InvalidNumberFormat: (found) => `\`${found}\` is not a number of JSON`,
  PropertyNameExpected: () => "a property begins with its name in double quotes",
  ValueExpected: () => "a value is missing",
  ColonExpected: () => "a colon is missing after the property's name",
  CommaExpected: () => "a comma is missing",
  CloseBraceExpected: () => "a closing `}` is missing",
  CloseBracketExpected: () => "a closing `]` is missing",
  EndOfFileExpected: (found) => `\`${found}\` follows the end of the JSON`,
  InvalidCommentToken: () => "JSON has no comments",
  UnexpectedEndOfComment: () => "JSON has no comments",
  UnexpectedEndOfString: () => "the text that begins here does not end on its line",
  UnexpectedEndOfNumber: (found) => `\`${found}\` is not a number of JSON`,
  InvalidUnicode: () => "`\\u` is followed by four hexadecimal digits",
  InvalidEscapeCharacter: () => "the text that begins here has a backslash before a letter that needs none",
  InvalidCharacter: () => "the text that begins here holds a control character: write it with a backslash",
};
