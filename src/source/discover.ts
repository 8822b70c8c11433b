import { realpathSync, statSync } from "node:fs";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { type LayoutRow, layout } from "../model/layout.ts";
import { reasonOf } from "../model/system-error.ts";
import type { Cache } from "./cache.ts";
import { type Declaration, declare } from "./discovering/declaration.ts";
import { exportFindings, findingsAcross } from "./discovering/export-rules.ts";
import { type Files, filesIn } from "./discovering/files.ts";
import { layoutRowOf, meantPlace } from "./discovering/place.ts";
import { type Engine, engineIn } from "./engine.ts";
import { findingAt, readSource, type Source } from "./source.ts";

/** The declarations of a scripting directory. */
export interface Discovered {
  readonly directory: string;
  readonly files: Files;
  /** The engine that app.ts names. */
  readonly engine: Engine;
  /** In the order of the layout, then of their keys. */
  readonly declarations: readonly Declaration[];
  /** Every other file: code that methods share, or a file in a wrong place. */
  readonly others: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** The errors of our parser, the first of each file. */
  readonly syntaxErrors: readonly Diagnostic[];
}

/** Finds what a scripting directory declares: which file holds which metadata and which methods. */
export async function discover(given: string, cache: Cache): Promise<Discovered> {
  // Folders and sources are small: to read them takes less than to let another thread do so.
  const directory = existing(given);
  const files = filesIn(directory);
  const declarations: Promise<ReadDeclaration>[] = [];
  for (const row of layout) {
    const matching = files.sources.filter((path) => layoutRowOf(path) === row);
    if (row.required && matching.length === 0) throw isMissing(row, directory, files);
    for (const path of matching) {
      declarations.push(declared(row, readSource(directory, path), cache));
    }
  }
  const all = await Promise.all(declarations);
  const declaring = new Set(all.map(({ declaration }) => declaration.source.path));
  const app = all.find(({ declaration }) => declaration.row.metadata === "app")?.declaration.source;
  return {
    directory,
    files,
    engine: app ? await cache.recall(["engine", app.text], () => engineIn(app)) : "es5",
    declarations: all.map(({ declaration }) => declaration),
    others: files.sources.filter((path) => !declaring.has(path)).map((path) => readSource(directory, path)),
    diagnostics: [
      ...all.flatMap(({ findings }) => findings),
      ...findingsAcross(all.map(({ declaration }) => declaration)),
    ],
    syntaxErrors: all.flatMap(({ syntaxErrors }) => syntaxErrors),
  };
}

function isMissing({ path }: LayoutRow, directory: string, { sources, programs }: Files): Failure {
  const meant = [...sources, ...programs].find((it) => meantPlace(it)?.path === path);
  const hint = meant
    ? `Rename ${meant} to ${path}.`
    : "Name the directory that holds app.ts, auth.ts and triggers/ with `--scripting DIR`.";
  return new Failure(`Failed to build ${directory}: there is no ${path} in it.`, { hint });
}

interface ReadDeclaration {
  readonly declaration: Declaration;
  readonly findings: readonly Diagnostic[];
  readonly syntaxErrors: readonly Diagnostic[];
}

async function declared(row: LayoutRow, source: Source, cache: Cache): Promise<ReadDeclaration> {
  const { key, methods, ...found } = await cache.recall(
    ["declared", row.path, source.path, source.text],
    () => {
      const { key, methods } = declare(row, source);
      const findings = exportFindings({ row, key, source, methods });
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
  const failed = (why: string, cause?: unknown) =>
    new Failure(`Failed to read ${directory}: ${why}.`, {
      hint: "Name the directory of the sources with `--scripting DIR`.",
      cause,
    });
  try {
    const real = realpathSync.native(directory);
    if (!statSync(real).isDirectory()) throw failed("it is a file, not a directory");
    return real;
  } catch (error) {
    throw error instanceof Failure ? error : failed(reasonOf(error), error);
  }
}
