import { originalPositionFor } from "@jridgewell/trace-mapping";
import type { Node } from "acorn";
import { lineIndex } from "../line-index.ts";
import type { Script } from "./script.ts";

// `{ id, name }: Person`, `{ id }?: Readonly<Person>`
const typed = /^\s*\??\s*:\s*(?:(?:Partial|Readonly|Required)<\s*)?([A-Z]\w*)/;
// `Money` -> `money`, `URLParts` -> `urlParts`
const firstWord = /^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/;

/** Tells the name that a parameter without one can have by its type: of `({ cents }: Money)` that is `money`. */
export function typeNames({ code, trace, source }: Script): (parameter: Node) => string | undefined {
  const positionAt = lineIndex(code);
  return ({ start }) => {
    const { line, column } = positionAt(start);
    const original = originalPositionFor(trace, { line, column: column - 1 });
    if (source === undefined || original.line === null) return undefined;
    const lines = source.split("\n");
    const rest = [lines[original.line - 1]?.slice(original.column), ...lines.slice(original.line)].join("\n");
    return typed.exec(rest.slice(endOfPattern(rest)))?.[1]?.replace(firstWord, (word) => word.toLowerCase());
  };
}

/** Where the pattern that a text begins with ends; at its start, where it begins with none. */
function endOfPattern(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if ("{[(".includes(text[index] as string)) depth++;
    else if ("}])".includes(text[index] as string)) depth--;
    if (depth === 0) return index === 0 ? 0 : index + 1;
  }
  return 0;
}
