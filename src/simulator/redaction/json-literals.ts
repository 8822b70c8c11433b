import { createScanner } from "jsonc-parser";
import type { Span } from "./changes.ts";
import { isSecretName } from "./secret-names.ts";

/** A text or a number of a JSON document, the names of properties among them. */
export interface Literal extends Span {
  readonly value: string | number;
  /** Its name: that of its property, of the list that it is in, or of the value beside it. */
  name: string | undefined;
  readonly isName: boolean;
}

/** A list or an object that is being read. */
interface OpenValue {
  readonly isObject: boolean;
  /** The name of the whole. */
  readonly name: string | undefined;
  /** The property that comes next. */
  key: string | undefined;
  /** The literals in it, by their properties or in their order. */
  readonly own: { readonly key: string | undefined; readonly literal: Literal }[];
}

/** Properties that name what another one of the same object holds: `{ "name": "api_key", "value": "…" }`. */
const naming = new Set(["name", "key", "field", "header", "param", "parameter", "id", "k"]);

/** Properties that hold what another one names, or the object itself: `{ "token": { "value": "…" } }`. */
const holding = new Set([
  "value",
  "values",
  "val",
  "v",
  "content",
  "text",
  "data",
  "raw",
  "string",
  "#text",
  "_",
  "$",
  "$t",
]);

/** The literals of a JSON document; undefined where a text is none. */
export function literalsIn(text: string): Literal[] | undefined {
  if (!/^\s*[[{"]/.test(text) || !isJson(text)) return undefined;
  const literals: Literal[] = [];
  const levels: OpenValue[] = [];
  const scanner = createScanner(text, true);
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const level = levels.at(-1);
    const start = scanner.getTokenOffset();
    const char = text.charAt(start);
    if (char === "{" || char === "[") {
      levels.push({ isObject: char === "{", name: nameIn(level), key: undefined, own: [] });
    } else if (char === "}" || char === "]") {
      nameByOthers(levels.pop() as OpenValue);
    } else if (char === ",") {
      if (level) level.key = undefined;
    } else if (/["\d-]/.test(char)) {
      const value = char === '"' ? scanner.getTokenValue() : Number(scanner.getTokenValue());
      const isName = level?.isObject === true && level.key === undefined;
      const end = start + scanner.getTokenLength();
      const literal: Literal = { start, end, value, name: isName ? undefined : nameIn(level), isName };
      literals.push(literal);
      if (isName) level.key = String(value);
      else level?.own.push({ key: level.key, literal });
    }
  }
  return literals;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The name of the value that comes next: its property's, or that of the list that it is in; `value` says as little as none. */
function nameIn(level: OpenValue | undefined): string | undefined {
  if (!level?.isObject) return level?.name;
  const { key } = level;
  return key !== undefined && holding.has(key.toLowerCase()) && level.name !== undefined ? level.name : key;
}

/** Names the values that others beside them name: `{ "name": "api_key", "value": "…" }`, `["api_key", "…"]`. */
function nameByOthers({ isObject, own }: OpenValue): void {
  if (isObject) {
    const by = own.find(({ key = "", literal }) => naming.has(key.toLowerCase()) && isName(literal));
    if (!by) return;
    for (const { key = "", literal } of own)
      if (holding.has(key.toLowerCase())) literal.name = String(by.literal.value);
    return;
  }
  const [first, second, third] = own;
  // Two names in a list are not a name and its value.
  if (third || !first || !second || !isName(first.literal) || isWord(second.literal)) return;
  second.literal.name = String(first.literal.value);
}

function isName({ value }: Literal): boolean {
  return typeof value === "string" && isSecretName(value);
}

function isWord({ value }: Literal): boolean {
  return /^[a-z_]*$/i.test(String(value));
}
