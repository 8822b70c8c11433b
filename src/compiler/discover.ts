import { readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { type LayoutRow, layout } from "../model/layout.ts";
import type { Cache } from "./cache.ts";
import { type Declaration, declare } from "./discovering/declaration.ts";
import { findingsAcross, findingsIn } from "./discovering/findings.ts";
import { findingAt, readSource, type Source } from "./source.ts";

/** What a scripting directory declares. */
export interface Discovered {
  readonly directory: string;
  /** In the order of the layout, then of their keys. */
  readonly declarations: readonly Declaration[];
  /** Every other file: what methods share, or a file in a wrong place. */
  readonly others: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** What our parser does not accept, the first of each file. */
  readonly syntaxErrors: readonly Diagnostic[];
}

/** Finds what a scripting directory declares: which file holds which metadata and which methods. */
export async function discover(given: string, cache: Cache): Promise<Discovered> {
  // Folders and sources are small: to read them takes less than to let another thread do so.
  const directory = existing(given);
  const paths = walk(directory, "").sort();
  const declarations: Promise<Declared>[] = [];
  for (const row of layout) {
    const matching = paths.filter((path) => matches(row, path));
    if (row.required && matching.length === 0) {
      throw new Failure(`Failed to build ${directory}: there is no ${row.path} in it.`, {
        hint: "Name the directory with --scripting DIR: the one that holds app.ts, auth.ts and triggers/.",
      });
    }
    for (const path of matching) {
      declarations.push(declared(row, readSource(directory, path), cache));
    }
  }
  const all = await Promise.all(declarations);
  const declaring = new Set(all.map(({ declaration }) => declaration.source.path));
  return {
    directory,
    declarations: all.map(({ declaration }) => declaration),
    others: paths.filter((path) => !declaring.has(path)).map((path) => readSource(directory, path)),
    diagnostics: [
      ...all.flatMap(({ findings }) => findings),
      ...findingsAcross(all.map(({ declaration }) => declaration)),
    ],
    syntaxErrors: all.flatMap(({ syntaxErrors }) => syntaxErrors),
  };
}

interface Declared {
  readonly declaration: Declaration;
  readonly findings: readonly Diagnostic[];
  readonly syntaxErrors: readonly Diagnostic[];
}

async function declared(row: LayoutRow, source: Source, cache: Cache): Promise<Declared> {
  const { key, methods, ...found } = await cache.recall(
    ["declared", row.path, source.path, source.text],
    () => {
      const { key, methods } = declare(row, source);
      const findings = findingsIn({ row, key, source, methods });
      return { key, methods, findings, syntaxErrors: syntaxErrorsIn(source) };
    },
  );
  return { declaration: { row, key, source, methods }, ...found };
}

function syntaxErrorsIn(source: Source): Diagnostic[] {
  const [error] = source.parsed.errors;
  if (!error) return [];
  const { labels, message } = error;
  return [findingAt(source, labels[0]?.start ?? 0, { code: "syntax-error", message: `${message}.` })];
}

/** The directory without symbolic links: esbuild reports real paths, too. */
function existing(directory: string): string {
  try {
    return realpathSync.native(directory);
  } catch (error) {
    throw new Failure(`Failed to read ${directory}: ${(error as Error).message}.`, {
      hint: "Name the directory of the sources with --scripting DIR.",
    });
  }
}

/** The TypeScript files below a folder; what begins with a dot belongs to an editor or another tool. */
function walk(directory: string, folder: string): string[] {
  const entries = readdirSync(join(directory, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const { name } = entry;
    const path = folder + name;
    if (name.startsWith(".") || name === "node_modules") return [];
    if (entry.isSymbolicLink() ? isFolder(join(directory, path)) : entry.isDirectory())
      return walk(directory, `${path}/`);
    return /(?<!\.d)\.ts$/.test(path) ? [path] : [];
  });
}

/** Of a link that leads to nothing, reading tells what is wrong. */
function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function matches(row: LayoutRow, path: string): boolean {
  const [folder, file] = row.path.split("KEY");
  return file === undefined
    ? path === row.path
    : path.startsWith(folder as string) && !path.slice((folder as string).length).includes("/");
}
