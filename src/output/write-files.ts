import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";
import { completeWrites, Journal, newId, oldOf, realOf, removeLeftovers, unfinishedOf } from "./journal.ts";
import { existing, type IsOwn, obstacleAt } from "./obstacle.ts";

/** A file that zapc writes. */
export interface OutputFile {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Tells whether zapc wrote what stands there: then it may be replaced. */
  readonly isOwn: IsOwn;
  /** The rights of the file: 0o600 for the user alone. Default: those of the file that it replaces. */
  readonly mode?: number;
}

export interface WriteFilesOptions {
  /** True if files that zapc did not write are replaced, too. */
  readonly force?: boolean | undefined;
}

/**
 * Checks that files may be written, before the work whose results they are to hold.
 *
 * @throws {Failure} where one of them stands there already and zapc did not write it.
 */
export function checkReplaceable(
  files: readonly Pick<OutputFile, "file" | "isOwn">[],
  { force = false }: WriteFilesOptions = {},
): void {
  const obstacles = files
    .flatMap(({ file, isOwn }) => obstacleAt(file, isOwn) ?? [])
    .filter(({ isReplaceable }) => !(force && isReplaceable));
  if (obstacles.length === 0) return;
  const lines = obstacles.map(({ file, why }) => `${file}: ${why}.`);
  const hint = obstacles.every(({ isReplaceable }) => isReplaceable)
    ? "Choose another place, or replace it with `--force`, in a program `force: true`."
    : "Choose another place.";
  throw new Failure(`Failed to write ${lines.join("\n  and ")}`, { hint });
}

/**
 * Writes all files or none: each is complete beside its place before the first takes it, and a process that is killed after
 * that leaves a journal, which the next run completes. Their directories are created if there are none.
 *
 * @throws {Failure} where one of them must not be replaced, or cannot be written.
 */
export function writeFiles(files: readonly OutputFile[], options: WriteFilesOptions = {}): void {
  const directory = commonDirectory(files.map(({ file }) => file));
  completeWrites(directory);
  checkReplaceable(files, options);
  removeLeftoversOf(files);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    replaceAll(directory, files);
    if (files.every(isWritten)) return;
  }
  throw new Failure(
    `Failed to write into ${directory}: another process writes the same files all the time.`,
    {
      hint: "End the other one, or write into another directory.",
    },
  );
}

// Two processes that write at once may each replace some of the files. The one that sees it writes all of its own again: in the
// end all files are of one process.
const MOST_ATTEMPTS = 10;

/** The deepest directory that holds all files, as they were given: `dist` of `dist/zap.js` and `dist/map/zap.js.map`. */
function commonDirectory([first = "", ...others]: readonly string[]): string {
  let directory = dirname(first);
  while (!others.every((file) => isInside(file, directory))) {
    const above = dirname(directory);
    directory = above === directory ? dirname(resolve(directory)) : above;
  }
  return directory;
}

function isInside(file: string, directory: string): boolean {
  const path = relative(directory, file);
  return path.split(sep)[0] !== ".." && !isAbsolute(path);
}

/** Removes the leftovers of killed processes beside the files. A leftover that cannot be removed does not stop the writing. */
function removeLeftoversOf(files: readonly OutputFile[]): void {
  const reals = files.map(({ file }) => realOf(file));
  for (const directory of new Set(reals.map((real) => dirname(real)))) {
    try {
      removeLeftovers(
        directory,
        reals.filter((real) => dirname(real) === directory).map((real) => basename(real)),
      );
    } catch {}
  }
}

function isWritten({ file, content }: OutputFile): boolean {
  try {
    return readFileSync(file).equals(bytesOf(content));
  } catch {
    return false;
  }
}

function bytesOf(content: OutputFile["content"]): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}

function replaceAll(directory: string, files: readonly OutputFile[]): void {
  const id = newId();
  const entries = files.map(({ file }) => ({
    name: relative(directory, file).replaceAll(sep, "/"),
    replaces: existing(file) !== undefined,
  }));
  const journal = new Journal(directory, id, entries);
  const areSeveral = files.length > 1;
  let now: OutputFile | undefined;
  try {
    for (now of files) {
      prepare(now, id);
      if (areSeveral) keepOld(now, id);
    }
    if (areSeveral) journal.write();
  } catch (error) {
    journal.remove();
    throw new Failure(`Failed to write ${now?.file}: ${reasonOf(error)}.`, { cause: error });
  }
  journal.complete();
}

function prepare({ file, content, mode }: OutputFile, id: string): void {
  const found = existing(file);
  const real = realOf(file);
  mkdirSync(dirname(real), { recursive: true });
  writeFileSync(unfinishedOf(real, id), content, {
    mode: mode ?? (found && found.stats.mode & 0o777),
    flag: "wx",
  });
}

function keepOld({ file }: OutputFile, id: string): void {
  const found = existing(file);
  if (found) copyFileSync(found.real, oldOf(found.real, id));
}
