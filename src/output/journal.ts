import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { Failure } from "../model/failure.ts";
import { isSystemError, reasonOf } from "../model/system-error.ts";
import { existing } from "./obstacle.ts";

/*
 * Several files take their places one after the other, and a process may be killed between two of them. Until all have theirs,
 * a journal stands in their directory, which the next run completes:
 *
 * 1. Each new file is written beside its place, as FILE.ID.unfinished, and each old one is copied to FILE.ID.old.
 * 2. `.zapc-ID.journal` is written. Half of it is not JSON: until it is whole the old files hold, and from then on the new ones.
 * 3. The new files take their places. When one cannot, `.zapc-ID.undo` is written, and the old files take theirs again.
 * 4. The files that the journal needed are removed, then the journal: a run that is killed meanwhile leaves the rest to the next.
 *
 * ID is the process and a random number.
 */

/** One of the files that are written together. */
export interface JournalEntry {
  /** Its path inside the journal's directory, with slashes. */
  readonly name: string;
  /** True if it replaces a file. */
  readonly replaces: boolean;
}

/** An ID for one write of this process. */
export function newId(): string {
  return `${process.pid}-${randomBytes(4).toString("hex")}`;
}

/** The path of a new file before it takes its place. */
export function unfinishedOf(real: string, id: string): string {
  return `${real}.${id}.unfinished`;
}

/** The path of the copy of an old file until all new ones have their places. */
export function oldOf(real: string, id: string): string {
  return `${real}.${id}.old`;
}

/** The files that one process writes together into a directory. */
export class Journal {
  readonly #directory: string;
  readonly #id: string;
  readonly #entries: readonly JournalEntry[];

  constructor(directory: string, id: string, entries: readonly JournalEntry[]) {
    this.#directory = directory;
    this.#id = id;
    this.#entries = entries;
  }

  /** From here on the new files hold. */
  write(): void {
    writeFileSync(this.#file("journal"), JSON.stringify({ files: this.#entries }), { flag: "wx" });
  }

  /**
   * Gives each new file its place, as far as that is not done.
   *
   * @throws {Failure} when one of them cannot take its place: the old files then have theirs.
   */
  complete(): void {
    if (existsSync(this.#file("undo"))) this.#takeBack();
    else this.#replace();
    this.remove();
  }

  #replace(): void {
    for (const { name } of this.#entries) {
      const file = join(this.#directory, name);
      try {
        const real = realOf(file);
        moveIfThere(unfinishedOf(real, this.#id), real);
      } catch (error) {
        writeFileSync(this.#file("undo"), "");
        this.#takeBack();
        this.remove();
        throw new Failure(`Failed to write ${file}: ${reasonOf(error)}.`, { cause: error });
      }
    }
  }

  #takeBack(): void {
    for (const { name, replaces } of this.#entries) {
      const real = realOf(join(this.#directory, name));
      if (replaces) moveIfThere(oldOf(real, this.#id), real);
      else if (!existsSync(unfinishedOf(real, this.#id))) rmSync(real, { force: true });
    }
  }

  /** Removes what the journal needed, then the journal. */
  remove(): void {
    for (const { name } of this.#entries) {
      const real = realOf(join(this.#directory, name));
      rmSync(unfinishedOf(real, this.#id), { force: true });
      rmSync(oldOf(real, this.#id), { force: true });
    }
    rmSync(this.#file("journal"), { force: true });
    rmSync(this.#file("undo"), { force: true });
  }

  #file(extension: "journal" | "undo"): string {
    return join(this.#directory, `.zapc-${this.#id}.${extension}`);
  }
}

/** The file that symbolic links lead to: it is replaced, and they stay. */
export function realOf(file: string): string {
  return existing(file)?.real ?? file;
}

/** Another process may have moved it: whoever sees a journal completes it. */
function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ENOENT") throw error;
  }
}

/**
 * Completes what an earlier run has begun to write into a directory: for whoever reads or replaces what stands there.
 *
 * @throws {Failure} when that cannot be done.
 */
export function completeWrites(directory: string): void {
  for (const name of namesIn(directory)) {
    const id = /^\.zapc-(\d+-[\da-f]{8})\.journal$/.exec(name)?.[1];
    const entries = id && entriesOf(join(directory, name));
    if (!entries) continue;
    try {
      new Journal(directory, id, entries).complete();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new Failure(
        `Failed to complete what an earlier run began to write into ${directory}: ${reasonOf(error)}.`,
        { hint: "Make the directory writable, and run it again.", cause: error },
      );
    }
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** Undefined for half a journal, and for one that another process has removed. */
function entriesOf(file: string): readonly JournalEntry[] | undefined {
  try {
    const { files } = JSON.parse(readFileSync(file, "utf8"));
    return files.every(isEntry) ? files : undefined;
  } catch {
    return undefined;
  }
}

/** A journal that was made up moves nothing from or to elsewhere. */
function isEntry({ name, replaces }: JournalEntry): boolean {
  const isInside = typeof name === "string" && !isAbsolute(name) && !name.split(/[\\/]/).includes("..");
  return isInside && typeof replaces === "boolean";
}

/** Removes the files in a directory that killed processes have left of writing these, and that belong to no journal. */
export function removeLeftovers(directory: string, written: readonly string[]): void {
  for (const name of namesIn(directory)) {
    const { of, process: id } = (leftover.exec(name) ?? leftJournal.exec(name))?.groups ?? {};
    const isOurs = of === undefined ? id !== undefined : written.includes(of);
    if (isOurs && !isRunning(id)) rmSync(join(directory, name), { force: true });
  }
}

// zapc 0.2 and earlier wrote zap.js.0123abcd.unfinished.
const leftover = /^(?<of>.+?)\.(?:(?<process>\d+)-)?[\da-f]{8}\.(?:unfinished|old)$/;
const leftJournal = /^\.zapc-(?<process>\d+)-[\da-f]{8}\.(?:journal|undo)$/;

function isRunning(id: string | undefined): boolean {
  if (id === undefined) return false;
  try {
    process.kill(Number(id), 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === "EPERM";
  }
}
