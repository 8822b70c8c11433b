import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { Loader, Plugin } from "esbuild";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { helpersFile } from "../../package-root.ts";
import type { Cache } from "../../source/cache.ts";
import type { Discovered } from "../../source/discover.ts";
import type { Declaration } from "../../source/discovering/declaration.ts";
import { readSource } from "../../source/source.ts";
import { defectIn } from "../tree/defect.ts";
import { type Modules, nothingPrepared, preparedModule } from "./prepare.ts";

/** A file that was bundled. */
export interface BundledFile {
  /** Inside the scripting directory, or `node_modules/…`, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The name of the module of helpers, wherever zapc is. */
export const helpersModule = "zapc:helpers";

/** The path by which esbuild knows a file. */
export function bundledPath({ directory }: Discovered, file: string): string {
  return relative(directory, file).split(sep).join("/");
}

const loaders: readonly (readonly [RegExp, Loader])[] = [
  [/\.[cm]?ts$/, "ts"],
  [/\.[cm]?js$/, "js"],
  [/\.json$/, "json"],
];

/** An esbuild plugin that gives esbuild the text of each file that it bundles. */
export function modulesPlugin(textOf: (file: string) => Promise<string>): Plugin {
  return {
    name: "modules",
    setup({ onLoad, onResolve }) {
      for (const [filter, loader] of loaders) {
        onLoad({ filter, namespace: "file" }, async ({ path }) => ({ contents: await textOf(path), loader }));
      }
      // Packages that TypeScript has lowered import its helpers.
      onResolve({ filter: /^tslib$/ }, () => ({ path: "helpers", namespace: "zapc" }));
      onLoad({ filter: /^helpers$/, namespace: "zapc" }, () => ({
        contents: readFileSync(helpersFile, "utf8"),
      }));
    },
  };
}

/** Reads and prepares the modules that esbuild asks for in one build. */
export class ModuleReader {
  /** The modules that were read. */
  readonly modules: Modules = new Map();
  /** Each file that was read, once. */
  readonly inputs: BundledFile[] = [];
  readonly defects: Diagnostic[] = [];
  readonly #discovered: Discovered;
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #cache: Cache;

  constructor(discovered: Discovered, cache: Cache) {
    const { declarations } = discovered;
    this.#discovered = discovered;
    this.#declarations = new Map(declarations.map((it) => [bundledPath(discovered, it.source.file), it]));
    this.#cache = cache;
  }

  /** The text of a file for esbuild. */
  async textOf(file: string): Promise<string> {
    const path = bundledPath(this.#discovered, file);
    if (file.endsWith(".json")) {
      const text = readFileSync(file, "utf8");
      this.#note(path, text);
      return text;
    }
    const declaration = this.#declarations.get(path);
    const source = declaration?.source ?? readSource(this.#discovered.directory, path);
    this.#note(path, source.text);
    const preparing = preparedModule(source, declaration?.row.metadata, {
      cache: this.#cache,
      engine: this.#discovered.engine,
    });
    const prepared = await preparing.catch((error) => {
      this.defects.push(defectIn(source, error));
      return nothingPrepared;
    });
    this.modules.set(path, { ...prepared, path: source.path, text: source.text, file: source.file });
    return prepared.code;
  }

  #note(path: string, text: string): void {
    this.inputs.push({ path: path.replace(/^.*(?=node_modules\/)/, ""), text });
  }
}
