import { OdsqlError } from "../errors.ts";
import type { Literal, NowSettings } from "./expression.ts";
import { instantOf } from "./instant.ts";
import { checkNowSetting } from "./now.ts";
import type { TokenStream } from "./token-stream.ts";

/** Reads a literal: a string, a number, date'…', true, false or now(…). */
export function readLiteral(tokens: TokenStream): Literal {
  const { kind, text, source } = tokens.peek();
  if (kind === "string") return { kind: "text", value: tokens.next().text };
  if (kind === "number") return { kind: "number", value: Number(tokens.next().text) };
  if (kind === "date") {
    const value = instantOf(text);
    if (value === undefined) throw new OdsqlError(`Invalid date: ${source}`);
    tokens.next();
    return { kind: "date", value };
  }
  if (tokens.acceptKeyword("true")) return { kind: "boolean", value: true };
  if (tokens.acceptKeyword("false")) return { kind: "boolean", value: false };
  if (tokens.isKeyword("now") && tokens.isSymbol("(", 1)) return { kind: "now", settings: readNow(tokens) };
  throw tokens.unexpected();
}

/** Tells whether a literal other than a string comes next. */
export function isLiteralAhead(tokens: TokenStream): boolean {
  const { kind } = tokens.peek();
  const is_now = tokens.isKeyword("now") && tokens.isSymbol("(", 1);
  return (
    kind === "number" || kind === "date" || tokens.isKeyword("true") || tokens.isKeyword("false") || is_now
  );
}

// Source: explore-v2.1, now(): "If a parameter is used multiple times in the call, only the last one is actually used".
function readNow(tokens: TokenStream): NowSettings {
  const settings: NowSettings = {};
  tokens.next();
  tokens.expectSymbol("(");
  if (tokens.acceptSymbol(")")) return settings;
  do {
    const name = tokens.expectSettingName();
    tokens.expectSymbol("=");
    const value = tokens.expectNumber();
    checkNowSetting(name, value);
    settings[name] = value;
  } while (tokens.acceptSymbol(","));
  tokens.expectSymbol(")");
  return settings;
}
