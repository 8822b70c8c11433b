import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import type { StaticExportEntry } from "oxc-parser";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { keyPattern, type LayoutRow, layout } from "../model/layout.ts";
import { type Method, methods, nameInZap } from "../model/methods.ts";
import { errorAt, readSource, type Source } from "./source.ts";

/** A method that a file exports. */
export interface ExportedMethod {
  readonly method: Method;
  /** Its name in `Zap`. */
  readonly name: string;
}

/** A file that declares a part of the integration, as the layout says. */
export interface Declaration {
  readonly row: LayoutRow;
  /** The key of what it declares; empty for the app as a whole. */
  readonly key: string;
  readonly source: Source;
  /** In the order of the table of methods. */
  readonly methods: readonly ExportedMethod[];
}

/** What a scripting directory declares. */
export interface Discovered {
  readonly directory: string;
  /** In the order of the layout, then of their keys. */
  readonly declarations: readonly Declaration[];
  /** Every other file: what methods share, or a file in a wrong place. */
  readonly others: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds what a scripting directory declares: which file holds which metadata and which methods. */
export async function discover(directory: string): Promise<Discovered> {
  const paths = await sourcePaths(directory);
  const declarations: Declaration[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const row of layout) {
    const matching = paths.filter((path) => matches(row, path));
    if (row.required && matching.length === 0) {
      throw new Failure(`Failed to build ${directory}: there is no ${row.path} in it.`, {
        hint: "Name the directory with --scripting DIR: the one that holds app.ts, auth.ts and triggers/.",
      });
    }
    for (const path of matching) {
      const declaration = declare(row, await readSource(directory, path));
      declarations.push(declaration);
      diagnostics.push(...findings(declaration));
    }
  }
  const declaring = new Set(declarations.map(({ source }) => source.path));
  const others = paths.filter((path) => !declaring.has(path)).map((path) => readSource(directory, path));
  return { directory, declarations, others: await Promise.all(others), diagnostics };
}

async function sourcePaths(directory: string): Promise<string[]> {
  try {
    return (await walk(directory, "")).sort();
  } catch (error) {
    throw new Failure(`Failed to read ${directory}: ${(error as Error).message}.`, {
      hint: "Name the directory of the sources with --scripting DIR.",
    });
  }
}

async function walk(directory: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(directory, folder), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = folder + entry.name;
    if (!entry.isDirectory()) return /(?<!\.d)\.ts$/.test(path) ? [path] : [];
    const isForeign = entry.name === "node_modules" || entry.name.startsWith(".");
    return isForeign ? [] : walk(directory, `${path}/`);
  });
  return (await Promise.all(found)).flat();
}

function matches(row: LayoutRow, path: string): boolean {
  const [folder, file] = row.path.split("KEY");
  return file === undefined
    ? path === row.path
    : path.startsWith(folder as string) && !path.slice((folder as string).length).includes("/");
}

function declare(row: LayoutRow, source: Source): Declaration {
  const key = row.path.includes("KEY") ? basename(source.path, ".ts") : "";
  const names = new Set(exportsOf(source).map(exportName));
  const found = methods.filter((method) => method.kind === row.kind && names.has(method.name));
  return { row, key, source, methods: found.map((method) => ({ method, name: nameInZap(method, key) })) };
}

/** What a file exports that is there at run time. */
function exportsOf(source: Source): StaticExportEntry[] {
  const entries = source.parsed.module.staticExports.flatMap((statement) => statement.entries);
  return entries.filter((entry) => !entry.isType);
}

function exportName(entry: StaticExportEntry): string {
  return entry.exportName.name ?? (entry.moduleRequest ? "*" : "default");
}

function findings({ row, key, source }: Declaration): Diagnostic[] {
  // The type-check reports syntax errors; what such a file exports is not known.
  if (source.parsed.errors.length > 0) return [];
  const diagnostics: Diagnostic[] = [];
  if (row.path.includes("KEY") && !keyPattern.test(key)) {
    diagnostics.push(
      errorAt(source, 0, {
        code: "invalid-key",
        message: `\`${key}\` is no key: the platform would refuse it.`,
        hint: "Rename the file: at least two characters, a letter first, then letters, digits or underscores.",
      }),
    );
  }
  const entries = exportsOf(source);
  if (row.metadata && !entries.some((entry) => exportName(entry) === row.metadata)) {
    diagnostics.push(
      errorAt(source, 0, {
        code: "missing-metadata",
        message: `There is no \`export const ${row.metadata}\` in ${source.path}.`,
        hint: `Add \`export const ${row.metadata} = { … } as const satisfies ${capitalised(row.metadata)};\`.`,
      }),
    );
  }
  const unknown = entries.filter((entry) => !allowedExports(row).includes(exportName(entry)));
  return [...diagnostics, ...unknown.map((entry) => unknownExport(row, source, entry))];
}

function allowedExports(row: LayoutRow): string[] {
  const names = methods.filter((method) => method.kind === row.kind).map((method) => method.name as string);
  return row.metadata ? [row.metadata, ...names] : names;
}

function unknownExport(row: LayoutRow, source: Source, entry: StaticExportEntry): Diagnostic {
  const name = exportName(entry);
  const allowed = allowedExports(row);
  const nearest = closest(name, allowed);
  const isNear = distance(name, nearest) <= Math.max(2, nearest.length / 3);
  return errorAt(source, entry.exportName.start ?? entry.start, {
    code: "unknown-method",
    message: `\`${name}\` is not a name that ${row.path} can export: the platform would never call it.`,
    hint: isNear
      ? `Did you mean \`${nearest}\`?`
      : `It can export ${allowed.map((it) => `\`${it}\``).join(", ")}. What methods share stands in a file of its own.`,
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
