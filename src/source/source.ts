import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { ParseResult } from "oxc-parser";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";
import { DEEPEST_NESTING, tooDeepOffset } from "./nesting.ts";
import { nodesOfSource, type SourceNodes } from "./nodes.ts";
import { oxc } from "./oxc.ts";
import { packageOf } from "./package-of.ts";

/** One file of TypeScript or JavaScript of a scripting directory. */
export interface Source {
  /** Inside the scripting directory, with `/`: `triggers/new_dataset.ts`. */
  readonly path: string;
  /** Absolute, and without symbolic links, as esbuild and TypeScript report files. */
  readonly file: string;
  /** With `\n` as line ends, so that the same sources give the same bytes everywhere. */
  readonly text: string;
  /** Parsed when it is first asked for. A syntax error leaves `parsed.errors`. */
  readonly parsed: ParseResult;
  /** Found when they are first asked for. */
  readonly nodes: SourceNodes;
}

/**
 * Reads one file.
 *
 * @throws {Failure} when it cannot be read.
 * @throws {Invalid} when it is not UTF-8, or nested too deep.
 */
export function readSource(directory: string, path: string): Source {
  const { file, bytes } = read(join(directory, path));
  const text = decoded(file, bytes).replace(/\r\n?/g, "\n");
  requireShallow(file, text);
  let parsed: ParseResult | undefined;
  let nodes: SourceNodes | undefined;
  const source: Source = {
    path,
    file,
    text,
    get parsed() {
      parsed ??= oxc().parseSync(file, text, { lang: path.endsWith(".ts") ? "ts" : "js" });
      return parsed;
    },
    get nodes() {
      nodes ??= nodesOfSource(source.parsed.program);
      return nodes;
    },
  };
  return source;
}

function read(path: string): { readonly file: string; readonly bytes: Uint8Array } {
  try {
    const file = realpathSync.native(path);
    return { file, bytes: readFileSync(file) };
  } catch (error) {
    throw new Failure(`Failed to read ${path}: ${reasonOf(error)}.`, { cause: error });
  }
}

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const message = "The file is not UTF-8.";
    throw new Invalid([{ code: "encoding", severity: "error", message, file, hint: "Save it as UTF-8." }]);
  }
}

function requireShallow(file: string, text: string): void {
  const offset = tooDeepOffset(text);
  if (offset === undefined) return;
  const message = `More than ${DEEPEST_NESTING.toLocaleString("en")} brackets stand in each other here.`;
  const hint = "Give parts of this names, or put large data into a JSON file.";
  throw new Invalid([
    { code: "too-deep", severity: "error", message, file, ...positionAt(text, offset), hint },
  ]);
}

/** Tells whether a source is JavaScript, which is checked with less rigour: it came from a script that ran without any check. */
export function isJavaScript({ path }: Pick<Source, "path">): boolean {
  return /\.[cm]?js$/.test(path);
}

/** Tells whether a file is JavaScript as it is written: of a package, or a source that is JavaScript. */
export function isPlainJavaScript({ path }: Pick<Source, "path">): boolean {
  return packageOf(path) !== undefined || isJavaScript({ path });
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The offset of a line and column, both from 1; 0 where there is none. */
export function offsetAt(
  text: string,
  { line = 1, column = 1 }: Pick<Diagnostic, "line" | "column">,
): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, it) => sum + it.length + 1, 0) + column - 1;
}

/** A finding in a source, at an offset of its text: an error, unless it says otherwise. */
export function findingAt(
  source: Source,
  offset: number,
  finding: Pick<Diagnostic, "code" | "message" | "hint"> & Partial<Pick<Diagnostic, "severity">>,
): Diagnostic {
  return { severity: "error", file: source.file, ...positionAt(source.text, offset), ...finding };
}
