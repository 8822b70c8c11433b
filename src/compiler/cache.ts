import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ownVersion } from "../package-root.ts";

/** What one build has found out about its files and the next need not find out again, by the files' content. */
export class Cache {
  /** Where it is kept, and can keep files; nowhere when it lasts as long as the process only. */
  readonly folder: string | undefined;
  #remembered: Map<string, unknown>;
  #used = new Map<string, unknown>();
  #finding = new Map<string, Promise<unknown>>();

  constructor(folder?: string, remembered = new Map<string, unknown>()) {
    this.folder = folder;
    this.#remembered = remembered;
  }

  /** What was remembered under these texts, or else what `find` gives for them, which must be of JSON. */
  async recall<T>(texts: readonly string[], find: () => T | Promise<T>): Promise<T> {
    const key = hashOf(texts);
    const value = (this.#used.get(key) ?? this.#remembered.get(key) ?? (await this.#found(key, find))) as T;
    this.#used.set(key, value);
    return value;
  }

  /** What is asked for again while it is looked for is looked for once. */
  async #found(key: string, find: () => unknown): Promise<unknown> {
    const finding = this.#finding.get(key) ?? Promise.resolve(find());
    this.#finding.set(key, finding);
    return finding.finally(() => this.#finding.delete(key));
  }

  /**
   * Keeps what was asked for since it was last saved, for the next process, and forgets the rest; but after a build that
   * did not come to its end, nothing is forgotten.
   */
  async save({ ok }: { readonly ok: boolean }): Promise<void> {
    const kept = ok ? this.#used : new Map([...this.#remembered, ...this.#used]);
    const isKnown = [...kept.keys()].every((key) => this.#remembered.has(key));
    const isSame = isKnown && kept.size === this.#remembered.size;
    this.#remembered = kept;
    this.#used = new Map();
    if (this.folder && !isSame) await replace(join(this.folder, found), contents(kept));
  }
}

// What another zapc found out is of no use. While its own sources change, each bundle of them has a name of its own.
const compiler = `${ownVersion} ${import.meta.url}`;

const found = "found.json";

/**
 * Opens what earlier builds of a directory left, beside the packages: in `node_modules/.cache/zapc` of the directory or
 * of the nearest one above it. Without `node_modules`, or when that cannot be read or written, nothing is kept.
 */
export async function openCache(directory: string): Promise<Cache> {
  const packages = nearestPackages(directory);
  if (!packages) return new Cache();
  const folder = join(packages, ".cache/zapc", hashOf([directory]));
  try {
    const kept = JSON.parse(await readFile(join(folder, found), "utf8"));
    return new Cache(folder, kept.compiler === compiler ? new Map(Object.entries(kept.found)) : undefined);
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
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}\0${text}`);
  return hash.digest("hex").slice(0, 32);
}

function contents(remembered: ReadonlyMap<string, unknown>): string {
  return JSON.stringify({ compiler, found: Object.fromEntries(remembered) });
}

/** Another process never reads half a file. That it cannot be written makes the next build slow, and nothing else. */
async function replace(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } catch {}
}
