import { readFileSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import type { Loader, Plugin } from "esbuild";
import type { Cache } from "../cache.ts";
import type { Discovered } from "../discover.ts";
import type { Declaration } from "../discovering/declaration.ts";
import { helpersFile } from "../lowering/helper-functions.ts";
import { readSource } from "../source.ts";
import { loweredModule, type Modules } from "./lowered-module.ts";

/** A file that was bundled. */
export interface Input {
  /** Inside the scripting directory, or `node_modules/…`, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** How the module of the helpers is named, wherever zapc is. */
export const helpersModule = "zapc:helpers";

/** The path by which the bundler knows a file. */
export function pathOf({ directory }: Discovered, file: string): string {
  return relative(directory, file).split(sep).join("/");
}

/** An esbuild plugin by which it asks for the text of each file that it bundles. */
export function handingOver(textOf: (file: string) => Promise<string>): Plugin {
  const loaders: readonly (readonly [RegExp, Loader])[] = [
    [/\.[cm]?[jt]s$/, "js"],
    [/\.json$/, "json"],
  ];
  return {
    name: "modules",
    setup({ onLoad }) {
      for (const [filter, loader] of loaders) {
        onLoad({ filter }, async ({ path }) => ({ contents: await textOf(path), loader }));
      }
    },
  };
}

/** Gives the bundler each module lowered, when it asks for it. */
export class HandOver {
  /** What was given, lowered. */
  readonly modules: Modules = new Map();
  /** What was read for it, each file once, but for the helpers. */
  readonly inputs: Input[] = [];
  readonly #discovered: Discovered;
  readonly #declaring: ReadonlyMap<string, Declaration>;
  readonly #cache: Cache;
  readonly #asking = new Quiet();
  readonly #giving = new Quiet();

  constructor(discovered: Discovered, cache: Cache) {
    const { declarations } = discovered;
    this.#discovered = discovered;
    this.#declaring = new Map(
      declarations.map((declaration) => [pathOf(discovered, declaration.source.file), declaration]),
    );
    this.#cache = cache;
  }

  /** Resolved when the bundler has what it asked for, and asks for little more. */
  get isDone(): Promise<void> {
    return this.#giving.reached;
  }

  /** A module, lowered, or data as it is. */
  async textOf(file: string): Promise<string> {
    if (file.endsWith(".json")) return this.#data(file);
    return file === helpersFile ? this.#helpers() : this.#module(file);
  }

  #data(file: string): string {
    const text = readFileSync(file, "utf8");
    this.#read(pathOf(this.#discovered, file), text);
    return text;
  }

  #read(path: string, text: string): void {
    this.inputs.push({ path: path.replace(/^.*(?=node_modules\/)/, ""), text });
  }

  async #helpers(): Promise<string> {
    const source = readSource(dirname(helpersFile), basename(helpersFile));
    const lowered = await loweredModule(source, undefined, { cache: this.#cache });
    this.modules.set(helpersModule, { ...lowered, path: source.path, text: source.text });
    return lowered.code;
  }

  async #module(file: string): Promise<string> {
    const path = pathOf(this.#discovered, file);
    this.#asking.disturb();
    const declaration = this.#declaring.get(path);
    const source = declaration?.source ?? readSource(this.#discovered.directory, path);
    this.#read(path, source.text);
    // What is remembered goes first: the bundler parses it while this thread lowers the rest.
    const timing = { cache: this.#cache, after: this.#asking.reached };
    const lowered = await loweredModule(source, declaration?.row.metadata, timing);
    this.modules.set(path, { ...lowered, path: source.path, text: source.text });
    this.#giving.disturb();
    return lowered.code;
  }
}

// The bundler asks for all declarations at once, and for what they import as soon as it has parsed them. What it asks for
// later than this waits while a module is lowered, and no more is lost.
const QUIET_MILLISECONDS = 2;

/** Is reached when nothing has disturbed it for a moment, and not left again. */
class Quiet {
  readonly reached: Promise<void>;
  #reach = () => {};
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.reached = new Promise((reach) => {
      this.#reach = reach;
    });
  }

  disturb(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#reach, QUIET_MILLISECONDS);
  }
}
