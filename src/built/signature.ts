import { createHash } from "node:crypto";

/** The facts in the header of a zap.js. */
export interface Signature {
  /** The integration's title and version; empty where that line is gone. */
  readonly app: string;
  /** The version of the zapc that made it. */
  readonly compiler: string;
  /** The hash of the sources it was made from. */
  readonly sources: string;
  /** The hash of the file when it was made. */
  readonly file: string;
  /** True if the file still has that hash: nobody has edited it by hand. */
  readonly intact: boolean;
}

// // Opendatasoft 1.0.0
// // Made from TypeScript by zapc 0.1.0; sources 346ecc729c10a94e, file 0b1c2d3e4f5a6b7c.
//
// It may be indented: people wrap what they paste.
const madeBy =
  /^(?:[ \t]*\/\/ (?<app>.*)\n)?[ \t]*\/\/ Made from TypeScript by zapc (?<compiler>\S+); sources (?<sources>[\da-f]{16}), file (?<file>[\da-f]{16})\.$/m;

/** The placeholder of the file's own hash while that is computed. It has the same length: no position changes. */
const unsigned = "0".repeat(16);

/** The second line of the header, before the file is signed. */
export function madeByLine(compiler: string, sources: string): string {
  return `// Made from TypeScript by zapc ${compiler}; sources ${sources}, file ${unsigned}.`;
}

/** Writes the file's own hash, which it gives, too, into its header: an edit by hand is seen without the sources. */
export function signed(text: string): { readonly code: string; readonly file: string } {
  const file = fileHash(text);
  return { code: withFileHash(text, file), file };
}

/** Tells whether a text begins with the header that every version of zapc writes. */
export function hasHeader(text: string): boolean {
  const lines = normalised(text.slice(0, MOST_OF_HEADER)).split("\n", HEADER_LINES);
  return lines.some((line) => /^[ \t]*\/\/ Made from TypeScript by zapc \S+; sources [\da-f]{16}/.test(line));
}

// The first versions wrote 'use strict' before it, and a line for the integration.
const HEADER_LINES = 5;

// In characters: a title and blank lines have room in it.
const MOST_OF_HEADER = 10_000;

/** Reads the header; undefined where zapc has left none. */
export function signatureOf(text: string): Signature | undefined {
  const groups = madeBy.exec(normalised(text))?.groups;
  if (!groups) return undefined;
  const { app = "", compiler = "", sources = "", file = "" } = groups;
  return { app, compiler, sources, file, intact: fileHash(text) === file };
}

/** The hash of a file without the one that it carries. */
export function fileHash(text: string): string {
  return hash(withFileHash(normalised(text), unsigned));
}

/**
 * A text without what editors and browsers do to it on its way: a byte order mark, line ends, white space at the ends of
 * lines and of the file. In ES5 none of that can mean anything: no string goes over a line's end with it. Each expression
 * begins where a run of blanks begins: else a megabyte of them takes an hour.
 */
export function normalised(text: string): string {
  return `${text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/^\n+|(?<!\n)\n+$/g, "")}\n`;
}

/** Short: it tells versions apart, and guards nothing. */
export function hash(...parts: readonly string[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex").slice(0, 16);
}

function withFileHash(text: string, value: string): string {
  return text.replace(madeBy, (line) => `${line.slice(0, -(unsigned.length + 1))}${value}.`);
}
