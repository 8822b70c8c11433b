import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParseResult, parseSync } from "oxc-parser";
import type { Diagnostic } from "../model/diagnostic.ts";

/** One TypeScript file of a scripting directory, parsed. */
export interface Source {
  /** Inside the scripting directory, with `/`: `triggers/new_dataset.ts`. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** With `\n` as line ends, so that the same sources give the same bytes everywhere. */
  readonly text: string;
  readonly parsed: ParseResult;
}

/** Reads and parses one file. A syntax error leaves `parsed.errors`; the type-check is what reports it. */
export async function readSource(directory: string, path: string): Promise<Source> {
  const file = join(directory, path);
  const text = (await readFile(file, "utf8")).replace(/\r\n?/g, "\n");
  return { path, file, text, parsed: parseSync(file, text, { lang: path.endsWith(".ts") ? "ts" : "js" }) };
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** An error in a source, at an offset of its text. */
export function errorAt(
  source: Source,
  offset: number,
  finding: Pick<Diagnostic, "code" | "message" | "hint">,
): Diagnostic {
  return { severity: "error", file: source.file, ...positionAt(source.text, offset), ...finding };
}
