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
    return this.#used.get(key) ?? this.#remembered.get(key);
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
  #json: string | undefined;

  constructor({ value, json }: { readonly value?: unknown; readonly json?: string }) {
    this.#value = value;
    this.#json = json;
  }

  get value(): unknown {
    if (this.#value === undefined && this.#json !== undefined) this.#value = JSON.parse(this.#json);
    return this.#value;
  }

  get json(): string {
    this.#json ??= JSON.stringify(this.#value);
    return this.#json;
  }
}

// The results of another zapc are of no use. While its own sources change, each bundle of them has a name of its own.
const compiler = `${ownVersion} ${import.meta.url}`;

// A hash of the rest, then a line for each: its key and its JSON.
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
    return new Cache(folder, read(readFileSync(join(folder, found), "utf8")));
  } catch {
    return new Cache(folder);
  }
}

/** The entries of a file; none where it is damaged, or of another zapc. */
function read(text: string): Map<string, CacheEntry> {
  const body = text.slice(HASH_LENGTH);
  if (hashOf([compiler, body]) !== text.slice(0, HASH_LENGTH)) return new Map();
  const entryOf = (line: string) =>
    [line.slice(0, HASH_LENGTH), new CacheEntry({ json: line.slice(HASH_LENGTH) })] as const;
  return new Map(body.split("\n").slice(1).map(entryOf));
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
  const body = [...remembered].map(([key, { json }]) => `\n${key}${json}`).join("");
  return hashOf([compiler, body]) + body;
}

/** Another process never reads half a file. A failure to write only makes the next build slower. */
function replace(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch {}
}
