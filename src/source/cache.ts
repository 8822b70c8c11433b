import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownVersion } from "../package-root.ts";

/** The results of one build that the next can use, by the content of the files they come from. */
export class Cache {
  /** The folder in which it is kept, and which can keep files; undefined when it lasts as long as the process only. */
  readonly folder: string | undefined;
  #remembered: Map<string, CacheEntry>;
  #used = new Map<string, CacheEntry>();
  #finding = new Map<string, Promise<unknown>>();

  constructor(folder?: string, remembered = new Map<string, CacheEntry>()) {
    this.folder = folder;
    this.#remembered = remembered;
  }

  /** Tells whether nothing is remembered. */
  get isEmpty(): boolean {
    return this.#remembered.size === 0;
  }

  /** Gives the value remembered under these texts, or else the one that `find` gives, which must be of JSON. */
  async recall<T>(texts: readonly string[], find: () => T | Promise<T>): Promise<T> {
    const key = hashOf(texts);
    return this.#use(key, this.#known(key) ?? new CacheEntry({ value: await this.#found(key, find) })) as T;
  }

  /** As `recall`, where `find` has nothing to wait for. */
  recallNow<T>(texts: readonly string[], find: () => T): T {
    const key = hashOf(texts);
    return this.#use(key, this.#known(key) ?? new CacheEntry({ value: find() })) as T;
  }

  #known(key: string): CacheEntry | undefined {
    const known = this.#used.get(key) ?? this.#remembered.get(key);
    // `null` is a result, too.
    return known?.value === undefined ? undefined : known;
  }

  #use(key: string, entry: CacheEntry): unknown {
    this.#used.set(key, entry);
    return entry.value;
  }

  /** A value that is asked for again while it is looked for is looked for once. */
  async #found(key: string, find: () => unknown): Promise<unknown> {
    const finding = this.#finding.get(key) ?? Promise.resolve(find());
    this.#finding.set(key, finding);
    return finding.finally(() => this.#finding.delete(key));
  }

  /**
   * Keeps what was asked for since it was last saved, for the next process, and forgets the rest; but after a build that
   * did not come to its end, nothing is forgotten.
   */
  save({ ok }: { readonly ok: boolean }): void {
    const kept = ok ? this.#used : new Map([...this.#remembered, ...this.#used]);
    const isKnown = [...kept].every(([key, it]) => this.#remembered.get(key) === it);
    const isSame = isKnown && kept.size === this.#remembered.size;
    this.#remembered = kept;
    this.#used = new Map();
    if (this.folder && !isSame) replace(join(this.folder, found), contents(kept));
  }
}

/** A result, as a value and as JSON. Most are never written again, and a new process only reads them. */
class CacheEntry {
  #value: unknown;
  /** The JSON behind a hash of it. */
  #kept: string | undefined;

  constructor({ value, kept }: { readonly value?: unknown; readonly kept?: string }) {
    this.#value = value;
    this.#kept = kept;
  }

  /** Undefined where what was kept is damaged. */
  get value(): unknown {
    if (this.#value === undefined && this.#kept !== undefined) {
      const json = this.#kept.slice(HASH_LENGTH);
      if (hashOf([json]) === this.#kept.slice(0, HASH_LENGTH)) this.#value = JSON.parse(json);
      else this.#kept = undefined;
    }
    return this.#value;
  }

  get kept(): string {
    if (this.#kept === undefined) {
      const json = JSON.stringify(this.#value);
      this.#kept = hashOf([json]) + json;
    }
    return this.#kept;
  }
}

// The results of another zapc are of no use. While its own sources change, each bundle of them has a name of its own.
const compiler = `${ownVersion} ${import.meta.url}`;

// A line for each: its key, a hash of its JSON, and that.
const found = "found.txt";

/**
 * Opens what earlier builds of a directory left, beside the packages: in `node_modules/.cache/zapc` of the directory or
 * of the nearest one above it. Without `node_modules`, or when that cannot be read or written, nothing is kept.
 */
export function openCache(directory: string): Cache {
  const packages = nearestPackages(directory);
  if (!packages) return new Cache();
  const folder = join(packages, ".cache/zapc", hashOf([directory]));
  try {
    const [madeBy, ...lines] = readFileSync(join(folder, found), "utf8").split("\n");
    if (madeBy !== compiler) return new Cache(folder);
    return new Cache(
      folder,
      new Map(
        lines.map((line) => [line.slice(0, HASH_LENGTH), new CacheEntry({ kept: line.slice(HASH_LENGTH) })]),
      ),
    );
  } catch {
    return new Cache(folder);
  }
}

function nearestPackages(directory: string): string | undefined {
  const packages = join(directory, "node_modules");
  if (existsSync(packages)) return packages;
  const above = dirname(directory);
  return above === directory ? undefined : nearestPackages(above);
}

function hashOf(texts: readonly string[]): string {
  const all = texts.map((text) => `${text.length}\0${text}`).join("");
  return createHash("sha256").update(all).digest("hex").slice(0, HASH_LENGTH);
}

const HASH_LENGTH = 32;

function contents(remembered: ReadonlyMap<string, CacheEntry>): string {
  return [compiler, ...[...remembered].map(([key, { kept }]) => key + kept)].join("\n");
}

/** Another process never reads half a file. That it cannot be written makes the next build slow, and nothing else. */
function replace(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch {}
}
