import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownVersion } from "../package-root.ts";

/** What one build has found out about its files and the next need not find out again, by the files' content. */
export class Cache {
  /** Where it is kept, and can keep files; nowhere when it lasts as long as the process only. */
  readonly folder: string | undefined;
  #remembered: Map<string, Found>;
  #used = new Map<string, Found>();
  #finding = new Map<string, Promise<unknown>>();

  constructor(folder?: string, remembered = new Map<string, Found>()) {
    this.folder = folder;
    this.#remembered = remembered;
  }

  /** Whether nothing is remembered. */
  get isEmpty(): boolean {
    return this.#remembered.size === 0;
  }

  /** What was remembered under these texts, or else what `find` gives for them, which must be of JSON. */
  async recall<T>(texts: readonly string[], find: () => T | Promise<T>): Promise<T> {
    const key = hashOf(texts);
    const known = this.#used.get(key) ?? this.#remembered.get(key);
    const value = known?.value ?? (await this.#found(key, find));
    this.#used.set(key, known?.value === undefined ? new Found({ value }) : known);
    return value as T;
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
  save({ ok }: { readonly ok: boolean }): void {
    const kept = ok ? this.#used : new Map([...this.#remembered, ...this.#used]);
    const isKnown = [...kept.keys()].every((key) => this.#remembered.has(key));
    const isSame = isKnown && kept.size === this.#remembered.size;
    this.#remembered = kept;
    this.#used = new Map();
    if (this.folder && !isSame) replace(join(this.folder, found), contents(kept));
  }
}

/** What was found out, and the JSON that it is kept as: most of it is never written again, and in a new process only read. */
class Found {
  #value: unknown;
  #json: string | undefined;

  constructor({ value, json }: { readonly value?: unknown; readonly json?: string }) {
    this.#value = value;
    this.#json = json;
  }

  /** Nothing where what was kept is not what was written. */
  get value(): unknown {
    if (this.#value === undefined && this.#json !== undefined) {
      try {
        this.#value = JSON.parse(this.#json);
      } catch {
        this.#json = undefined;
      }
    }
    return this.#value;
  }

  get json(): string {
    this.#json ??= JSON.stringify(this.#value);
    return this.#json;
  }
}

// What another zapc found out is of no use. While its own sources change, each bundle of them has a name of its own.
const compiler = `${ownVersion} ${import.meta.url}`;

// A line for each: its key, and its JSON.
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
      new Map(lines.map((line) => [line.slice(0, KEY_LENGTH), new Found({ json: line.slice(KEY_LENGTH) })])),
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
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}\0${text}`);
  return hash.digest("hex").slice(0, KEY_LENGTH);
}

const KEY_LENGTH = 32;

function contents(remembered: ReadonlyMap<string, Found>): string {
  return [compiler, ...[...remembered].map(([key, { json }]) => key + json)].join("\n");
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
