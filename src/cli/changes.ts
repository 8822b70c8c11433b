import { once } from "node:events";
import { type Stats, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { watch } from "chokidar";

/** What to watch, and until when. */
export interface Watched {
  readonly directory: string;
  /** Where the builds are written to: it may be in the directory. */
  readonly out: string;
  readonly until: AbortSignal;
}

// An editor writes a file in several steps, and Git a branch in many.
const BURST_MILLISECONDS = 5;

// For so long after a change of a file, chokidar tells of no other change of it. Source: its `_emit`.
const UNTOLD_MILLISECONDS = 50;

/**
 * Gives the time, of `performance.now()`, at which the directory began to be watched, and then that of each change of a
 * file that may be a source: changed, added or removed. What changes until the next one is asked for is one change.
 */
export async function* changesOf({ directory, out, until }: Watched): AsyncGenerator<number> {
  const watcher = watch(directory, { ignoreInitial: true, ignored: isNoSource(directory, out) });
  const changed = new Set<string>();
  let changedAt: number | undefined;
  let wake = () => {};
  const note = (path: string): void => {
    changed.add(path);
    changedAt ??= performance.now();
    wake();
  };
  watcher.on("all", (_, path) => note(path));
  until.addEventListener("abort", () => wake());
  try {
    await once(watcher, "ready");
    yield performance.now();
    while (!until.aborted) {
      if (changedAt === undefined) {
        await new Promise<void>((done) => {
          wake = done;
        });
        continue;
      }
      await setTimeout(BURST_MILLISECONDS);
      const since = changedAt;
      changedAt = undefined;
      noteLater([...changed], note);
      changed.clear();
      yield since;
    }
  } finally {
    await watcher.close();
  }
}

/** Notes what changes again while it is not told of. */
async function noteLater(paths: readonly string[], note: (path: string) => void): Promise<void> {
  const times = paths.map(timeOf);
  await setTimeout(UNTOLD_MILLISECONDS, undefined, { ref: false });
  paths.filter((path, index) => timeOf(path) !== times[index]).forEach(note);
}

/** When a file was changed; undefined where it cannot be told, as there is none, or a folder of its path is a file now. */
function timeOf(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** Tells what no build reads, as discover() and the bundler do. */
function isNoSource(directory: string, out: string) {
  return (path: string, stats?: Stats): boolean => {
    if (resolve(path) === resolve(out)) return true;
    const parts = relative(directory, path).split(sep);
    if (parts.some((part) => part === "node_modules" || (part.startsWith(".") && part !== ".."))) return true;
    return stats?.isFile() === true && !/\.([cm]?[jt]s|json)$/.test(path);
  };
}
