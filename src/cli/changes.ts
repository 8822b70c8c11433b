import { setTimeout } from "node:timers/promises";
import { timeOf, WatchedDirectory } from "./watched-directory.ts";

/** The directory to watch, and the end of watching. */
export interface DirectoryWatch {
  readonly directory: string;
  /** The directory that builds are written to: it may be in the watched one. */
  readonly out: string;
  readonly until: AbortSignal;
}

// An editor writes a file in several steps, and Git a branch in many.
const BURST_MILLISECONDS = 5;

// chokidar reports no other change of a file for so long after a change. Source: its `_emit`.
const UNTOLD_MILLISECONDS = 50;

/**
 * Gives the time, of `performance.now()`, at which the directory began to be watched, and then that of each change of a
 * file that may be a source: changed, added or removed. All changes until the next one is asked for are one change. A moved,
 * removed or new directory is a change, too.
 *
 * @throws {Failure} when the system cannot watch it.
 */
export async function* changesOf({ directory, out, until }: DirectoryWatch): AsyncGenerator<number> {
  const changes = new Changes();
  const watched = new WatchedDirectory({ directory, out }, changes);
  until.addEventListener("abort", () => changes.wake());
  try {
    await watched.watch();
    yield performance.now();
    while (!until.aborted) {
      if (!changes.areThere) {
        await changes.awaited();
        continue;
      }
      await setTimeout(BURST_MILLISECONDS);
      if (watched.isLost) await watched.watch();
      yield changes.taken();
    }
  } finally {
    await watched.close();
  }
}

/** The changes since they were last taken. */
class Changes {
  readonly #paths = new Set<string>();
  #changedAt: number | undefined;
  #failure: Error | undefined;
  #wake = () => {};

  get areThere(): boolean {
    return this.#changedAt !== undefined;
  }

  note(path: string): void {
    this.#paths.add(path);
    this.#changedAt ??= performance.now();
    this.wake();
  }

  /** Ends the wait for changes with an error. */
  fail(failure: Error): void {
    this.#failure = failure;
    this.wake();
  }

  wake(): void {
    this.#wake();
  }

  async awaited(): Promise<void> {
    if (!this.#failure) {
      await new Promise<void>((done) => {
        this.#wake = done;
      });
    }
    if (this.#failure) throw this.#failure;
  }

  /** When the first of them was noted. */
  taken(): number {
    const since = this.#changedAt ?? performance.now();
    this.#changedAt = undefined;
    this.#noteLater([...this.#paths]);
    this.#paths.clear();
    return since;
  }

  /** Notes what changes again while it is not told of. */
  async #noteLater(paths: readonly string[]): Promise<void> {
    const times = paths.map(timeOf);
    await setTimeout(UNTOLD_MILLISECONDS, undefined, { ref: false });
    for (const path of paths.filter((path, index) => timeOf(path) !== times[index])) this.note(path);
  }
}
