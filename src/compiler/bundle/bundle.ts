import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { BuildFailure, Message, Metafile, Plugin } from "esbuild";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { nameText } from "../../output/object-text.ts";
import type { Cache } from "../../source/cache.ts";
import type { Discovered } from "../../source/discover.ts";
import type { Declaration } from "../../source/discovering/declaration.ts";
import type { Engine } from "../../source/engine.ts";
import { build, esbuildError } from "../../source/esbuild.ts";
import { packageOf } from "../../source/package-of.ts";
import { offsetAt, positionAt } from "../../source/source.ts";
import { absentModules } from "./absent-modules.ts";
import { originOf } from "./edits.ts";
import { importsAsTyped, isOfModules } from "./imports-as-typed.ts";
import { type BundledFile, ModuleReader, modulesPlugin } from "./plugin.ts";
import type { Modules } from "./prepare.ts";

/** All modules as one, in ES2022. */
export interface Bundled {
  readonly engine: Engine;
  readonly code: string;
  /** The positions in the prepared modules that the code comes from. */
  readonly map: EncodedSourceMap;
  readonly metafile: Metafile;
  /** Every file that was bundled. */
  readonly inputs: readonly BundledFile[];
  readonly modules: Modules;
  /** Traps in the sources, and what esbuild could not do. */
  readonly diagnostics: readonly Diagnostic[];
  /** Exceptions inside the compiler so far. They matter where the sources are right. */
  readonly defects: readonly Diagnostic[];
}

/** Bundles the methods of a directory and what they import. */
export class Bundler {
  readonly #build: typeof build;
  readonly #plugins: Plugin[];
  #reader: ModuleReader | undefined;

  /** @param run - how esbuild is run, with the same plugins each time */
  constructor(run = build) {
    this.#build = run;
    this.#plugins = [modulesPlugin((path) => (this.#reader as ModuleReader).textOf(path)), absentModules()];
  }

  /** Bundles the sources as they are now. One call has to end before the next begins. */
  async bundle(discovered: Discovered, cache: Cache): Promise<Bundled> {
    const reader = new ModuleReader(discovered, cache);
    this.#reader = reader;
    const { errors, ...bundled } = await this.#run(discovered);
    const { modules, inputs, defects } = reader;
    const traps = [...modules.keys()]
      .sort()
      .filter((path) => packageOf(path) === undefined)
      .flatMap((path) => modules.get(path)?.traps ?? []);
    const diagnostics = errors.map((message) => bundleError(message, discovered.directory, modules));
    const { engine } = discovered;
    return { ...bundled, engine, inputs, modules, diagnostics: [...traps, ...diagnostics], defects };
  }

  async #run(discovered: Discovered): Promise<Pick<Bundled, "code" | "map" | "metafile"> & FailedBuild> {
    const { directory } = discovered;
    try {
      const { outputFiles, metafile } = await this.#build({
        stdin: { contents: entry(discovered), resolveDir: directory, sourcefile: "zap" },
        absWorkingDir: directory,
        // Imports without `type` are there at run time; the lowering decides about fields.
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
        plugins: [...this.#plugins, ...(isOfModules(directory) ? [importsAsTyped] : [])],
        // Files that import values of it are reported.
        external: ["zapc", "zapc/*"],
        bundle: true,
        format: "esm",
        platform: "neutral",
        mainFields: ["module", "main"],
        // As every bundler does for packages.
        define: { "process.env.NODE_ENV": '"production"' },
        target: "es2022",
        // zap.js is no module: as in every bundle of that kind, it is an empty object.
        supported: { "import-meta": false },
        charset: "utf8",
        // Comments are put back by where they stand in the sources.
        legalComments: "none",
        sourcemap: "external",
        outfile: "zap.js",
        sourcesContent: false,
        metafile: true,
        write: false,
        logLevel: "silent",
      });
      const [map, code] = outputFiles.map((file) => file.text) as [string, string];
      return { code, map: JSON.parse(map), metafile, errors: [] };
    } catch (error) {
      const { errors } = error as BuildFailure;
      if (!errors) throw error;
      return { code: "", map: emptyMap, metafile: { inputs: {}, outputs: {} }, errors };
    }
  }
}

interface FailedBuild {
  readonly errors: readonly Message[];
}

const emptyMap: EncodedSourceMap = { version: 3, names: [], sources: [], mappings: "" };

/** `export { pre_poll as new_dataset_pre_poll } from "./triggers/new_dataset.ts";` for each method. */
function entry({ declarations }: Discovered): string {
  const line = ({ source, methods }: Declaration) => {
    const names = methods.map(({ local, name }) => `${nameText(local)} as ${nameText(name)}`);
    return `export { ${names.join(", ")} } from ${JSON.stringify(`./${source.path}`)};`;
  };
  return declarations
    .filter(({ methods }) => methods.length > 0)
    .map(line)
    .join("\n");
}

/** Reports an error of esbuild at its place in the source: esbuild has seen the prepared text. */
function bundleError(message: Message, directory: string, modules: Modules): Diagnostic {
  const { detail, location } = message;
  // An exception of a plugin is a defect of zapc, or a diagnostic of its own.
  if (detail instanceof Error) throw detail;
  return { ...esbuildError(message, directory), ...(location && positionIn(location, modules)) };
}

function positionIn({ file, line, column }: NonNullable<Message["location"]>, modules: Modules) {
  const module = modules.get(file);
  if (!module) return {};
  const offset = originOf(module.edits)(offsetAt(module.code, { line, column: column + 1 }));
  return positionAt(module.text, offset);
}
