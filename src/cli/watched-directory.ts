import { once } from "node:events";
import { type Stats, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";

/** The functions that are told of changes. */
interface ChangeListener {
  note(path: string): void;
  fail(failure: Error): void;
}

// The time between two checks that its folders are still those that are watched.
const LOOK_MILLISECONDS = 200;

/** The system's errors when it cannot watch as many files. Source: inotify_add_watch(2), inotify_init(2). */
const systemLimits: readonly string[] = ["ENOSPC", "EMFILE", "ENFILE"];

/**
 * A directory that is watched, with its folders. The system watches each by itself, not by its name: once one is moved, or
 * another one has its name, nothing more is heard of it. So they are looked at now and then.
 */
export class WatchedDirectory {
  readonly #directory: string;
  readonly #out: string;
  readonly #listener: ChangeListener;
  #watcher: FSWatcher | undefined;
  #looking: NodeJS.Timeout | undefined;
  /** Each folder that is watched, as it was when it was last looked at. */
  #seen: ReadonlyMap<string, DirectoryStats> = new Map();
  #isLost = false;

  constructor(
    { directory, out }: { readonly directory: string; readonly out: string },
    listener: ChangeListener,
  ) {
    this.#directory = directory;
    this.#out = out;
    this.#listener = listener;
  }

  /** Tells whether something may happen in the directory that is not told of: it has to be watched anew. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Watches it, anew where it was watched before. */
  async watch(): Promise<void> {
    await this.#watcher?.close();
    this.#isLost = false;
    this.#seen = new Map([[this.#directory, lookAt(this.#directory)]]);
    const ignored = isNoSource(this.#directory, this.#out);
    this.#watcher = watch(this.#directory, { ignoreInitial: true, ignored });
    this.#watcher.on("all", (event, path) => {
      // A folder that is there again at once is not watched any more.
      if (event === "unlinkDir") this.#isLost = true;
      this.#listener.note(path);
    });
    this.#watcher.on("error", (error) => this.#failed(error));
    this.#looking ??= setInterval(() => this.#look(), LOOK_MILLISECONDS);
    await once(this.#watcher, "ready");
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    await this.#watcher?.close();
  }

  #look(): void {
    const folders = Object.keys(this.#watcher?.getWatched() ?? {});
    const inside = folders.filter((folder) => !relative(this.#directory, folder).startsWith(".."));
    const seen = new Map([this.#directory, ...inside].map((folder) => [folder, lookAt(folder)]));
    const lost = [...this.#seen].find(([folder, before]) => {
      return seen.has(folder) ? !isSame(seen.get(folder), before) : lookAt(folder) !== undefined;
    });
    this.#seen = seen;
    if (!lost) return;
    this.#isLost = true;
    this.#listener.note(lost[0]);
  }

  /** A build cannot read such a directory either, and says so. */
  #failed(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException;
    if (!systemLimits.includes(code ?? "")) return;
    const why = code === "ENOSPC" ? "the system watches as many files as it may" : reasonOf(error);
    this.#listener.fail(
      new Failure(`Failed to watch ${this.#directory}: ${why}.`, {
        hint: "Raise the limit, on Linux `sysctl fs.inotify.max_user_watches` and `ulimit -n`, or end other programs that watch files.",
        cause: error,
      }),
    );
  }
}

/** The state of a directory at a time; undefined where there is none. */
type DirectoryStats = Pick<Stats, "dev" | "ino" | "birthtimeMs" | "ctimeMs" | "mtimeMs"> | undefined;

function lookAt(directory: string): DirectoryStats {
  try {
    return statSync(directory);
  } catch {
    return undefined;
  }
}

/** Tells whether it is the same directory, and was not moved: a file that is added or removed in it changes `mtime`, a move does not. */
function isSame(now: DirectoryStats, before: DirectoryStats): boolean {
  if (!now || !before) return now === before;
  const isOne = now.dev === before.dev && now.ino === before.ino && now.birthtimeMs === before.birthtimeMs;
  const wasMoved = now.ctimeMs !== before.ctimeMs && now.mtimeMs === before.mtimeMs;
  return isOne && !wasMoved;
}

/** When a file was changed; undefined where it cannot be told, as there is none, or a folder of its path is a file now. */
export function timeOf(path: string): number | undefined {
  return lookAt(path)?.mtimeMs;
}

/** Tells what no build reads, as discover() and the bundler do. */
function isNoSource(directory: string, out: string) {
  return (path: string, stats?: Stats): boolean => {
    if (resolve(path) === resolve(out)) return true;
    const parts = relative(directory, path).split(sep);
    if (parts.some((part) => part === "node_modules" || (part.startsWith(".") && part !== ".."))) return true;
    return stats?.isFile() === true && !/\.([cm]?[jt]sx?|json)$/i.test(path);
  };
}
