import { readFileSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import type { Plugin } from "esbuild";
import type { Cache } from "../cache.ts";
import type { Discovered } from "../discover.ts";
import type { Declaration } from "../discovering/declaration.ts";
import { helpersFile } from "../lowering/helper-functions.ts";
import { readSource } from "../source.ts";
import type { Modules } from "./bundle-errors.ts";
import { loweredModule } from "./lowered-module.ts";

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

/** Gives the bundler each module lowered, when it asks for it. */
export class HandOver {
  readonly modules: Modules = new Map();
  readonly inputs: Input[] = [];
  readonly #discovered: Discovered;
  readonly #declaring: ReadonlyMap<string, Declaration>;
  readonly #cache: Cache;
  readonly #asking = new Lull();
  readonly #giving = new Lull();

  constructor(discovered: Discovered, cache: Cache) {
    const { declarations } = discovered;
    this.#discovered = discovered;
    this.#declaring = new Map(declarations.map((declaration) => [declaration.source.path, declaration]));
    this.#cache = cache;
  }

  /** Resolved when the bundler has what it asked for, and asks for little more. */
  get isDone(): Promise<void> {
    return this.#giving.isThere;
  }

  get plugin(): Plugin {
    return {
      name: "modules",
      setup: ({ onResolve, onLoad }) => {
        // Packages that TypeScript has lowered import its helpers from tslib; ours are shorter.
        onResolve({ filter: /^tslib$/ }, () => ({ path: helpersFile }));
        onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => ({
          contents: await (path === helpersFile ? this.#helpers() : this.#module(path)),
          loader: "js",
        }));
        onLoad({ filter: /\.json$/ }, ({ path }) => {
          const text = readFileSync(path, "utf8");
          this.inputs.push({ path: pathOf(this.#discovered, path), text });
          return { contents: text, loader: "json" };
        });
      },
    };
  }

  async #helpers(): Promise<string> {
    const source = readSource(dirname(helpersFile), basename(helpersFile));
    const lowered = await loweredModule(source, undefined, { cache: this.#cache });
    this.modules.set(helpersModule, { ...lowered, path: source.path, text: source.text });
    return lowered.code + forTraps;
  }

  async #module(file: string): Promise<string> {
    const path = pathOf(this.#discovered, file);
    this.#asking.notYet();
    const declaration = this.#declaring.get(path);
    const source = declaration?.source ?? readSource(this.#discovered.directory, path);
    this.inputs.push({ path: path.replace(/^.*(?=node_modules\/)/, ""), text: source.text });
    // What is remembered goes first: the bundler parses it while this thread lowers the rest.
    const timing = { cache: this.#cache, after: this.#asking.isThere };
    const lowered = await loweredModule(source, declaration?.row.metadata, timing);
    this.modules.set(path, { ...lowered, path: source.path, text: source.text });
    this.#giving.notYet();
    return lowered.code;
  }
}

// The bundler asks for all declarations at once, and for what they import as soon as it has parsed them.
const LULL_MILLISECONDS = 2;

/** Waits for something to happen no more. That it does once more, later, is of no matter. */
class Lull {
  readonly isThere: Promise<void>;
  #end = () => {};
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.isThere = new Promise((end) => {
      this.#end = end;
    });
  }

  /** It happens. */
  notYet(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#end, LULL_MILLISECONDS);
  }
}

// What a package that TypeScript has lowered calls for what is a trap. It may have that, as long as it is not bundled.
const forTraps =
  "\nexport var __asyncDelegator, __asyncGenerator, __asyncValues, __await, __awaiter, __classPrivateFieldGet, __classPrivateFieldIn, __classPrivateFieldSet, __esDecorate, __generator, __propKey, __runInitializers, __setFunctionName;";
