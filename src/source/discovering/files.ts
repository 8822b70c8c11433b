import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../model/failure.ts";
import { reasonOf } from "../../model/system-error.ts";

/** The files of a scripting directory that can have to do with it, by their paths inside it, with `/`, sorted. */
export interface Files {
  /** The TypeScript and JavaScript files that are built: of two that differ in their ending alone, the TypeScript. */
  readonly sources: readonly string[];
  /** Declarations without code, `.d.ts`: for the type-check. */
  readonly declarations: readonly string[];
  /** Programs under another ending, or beside a source of their name: built only where a source imports them. */
  readonly programs: readonly string[];
}

/**
 * Lists the files of a directory; a name that begins with a dot belongs to an editor or another tool.
 *
 * @throws {Failure} where a folder cannot be read, or leads back to itself.
 */
export function filesIn(directory: string): Files {
  const paths = walk({ directory, folder: "", within: [directory] }).sort();
  const programs = paths.filter((path) => /\.[cm]?[jt]sx?$/i.test(path));
  const isDeclaration = (path: string) => /\.d\.[cm]?ts$/.test(path);
  const isTyped = (path: string) => path.endsWith(".ts") && !isDeclaration(path);
  const isSource = (path: string) =>
    isTyped(path) ||
    (path.endsWith(".js") && !programs.some((it) => isTyped(it) && it === path.replace(/\.js$/, ".ts")));
  return {
    sources: programs.filter(isSource),
    declarations: programs.filter(isDeclaration),
    programs: programs.filter((path) => !isSource(path) && !isDeclaration(path)),
  };
}

interface Folder {
  readonly directory: string;
  /** Inside the directory; empty for the directory itself. */
  readonly folder: string;
  /** The real paths of the folders that it is in, and its own. */
  readonly within: readonly string[];
}

function walk({ directory, folder, within }: Folder): string[] {
  const entries = reading(join(directory, folder), (path) =>
    readdirSync(path, { withFileTypes: true, encoding: "utf8" }),
  );
  return entries.flatMap((entry) => {
    const { name } = entry;
    const path = folder === "" ? name : `${folder}/${name}`;
    if (name.startsWith(".") || name === "node_modules") return [];
    if (!isFolder(entry, join(directory, path))) return [path];
    const real = reading(join(directory, path), (it) => realpathSync.native(it));
    if (within.includes(real)) throw leadsBack(join(directory, path));
    return walk({ directory, folder: path, within: [...within, real] });
  });
}

/** A dangling symbolic link is reported when it is read. */
function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return reading(path, () => statSync(path, { throwIfNoEntry: false }))?.isDirectory() ?? false;
}

function reading<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path);
  } catch (error) {
    throw new Failure(`Failed to read ${path}: ${reasonOf(error)}.`, { cause: error });
  }
}

function leadsBack(path: string): Failure {
  return new Failure(`Failed to read ${path}: it is a symbolic link to a directory that it is in.`, {
    hint: "Remove the link.",
  });
}
