import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { BuildFailure, Message, Metafile, Plugin } from "esbuild";
import type { Diagnostic } from "../model/diagnostic.ts";
import { bundleError } from "./bundling/bundle-errors.ts";
import { HandOver, handingOver, helpersModule, type Input, pathOf } from "./bundling/hand-over.ts";
import type { Modules } from "./bundling/lowered-module.ts";
import type { Cache } from "./cache.ts";
import type { Discovered } from "./discover.ts";
import type { Declaration } from "./discovering/declaration.ts";
import { build } from "./esbuild.ts";
import { helpersFile, helpersImport } from "./lowering/helper-functions.ts";
import { absentModules } from "./packages/absent-modules.ts";
import { packageOf } from "./packages/package-of.ts";

/** All modules as one, in ES5 but for the `export` at the end. */
export interface Bundled {
  readonly code: string;
  /** Where in the lowered modules the code comes from. */
  readonly map: EncodedSourceMap;
  /** Every file that was bundled. */
  readonly inputs: readonly Input[];
  readonly modules: Modules;
  /** Traps in the modules, and what the bundler could not do. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The bundler's work, which it does in a process of its own. */
interface Bundling {
  readonly bundled: Promise<Bundled>;
  /** Resolved when nothing is left for this thread to do but to wait. */
  readonly isLinking: Promise<void>;
}

/** Bundles the methods of a directory and what they import. Each module is lowered as it is read. */
export class Bundler {
  readonly #build: typeof build;
  readonly #plugins: Plugin[];
  #given: HandOver | undefined;

  /** @param run - how esbuild is run, with the same plugins each time */
  constructor(run = build) {
    this.#build = run;
    this.#plugins = [absentModules(), handingOver((path) => (this.#given as HandOver).textOf(path))];
  }

  /** One build after the other, each of what is discovered then. */
  bundle(discovered: Discovered, cache: Cache): Bundling {
    const given = new HandOver(discovered, cache);
    this.#given = given;
    const bundled = this.#bundled(given, discovered, cache);
    // One that fails may not have asked for all.
    const isOver = bundled.then(nothing, nothing);
    return { bundled, isLinking: Promise.race([given.isDone, isOver]) };
  }

  async #bundled({ modules, inputs }: HandOver, discovered: Discovered, cache: Cache): Promise<Bundled> {
    const bundled = await bundledBy(this.#build, this.#plugins, discovered);
    return {
      code: bundled.code,
      map: bundled.map,
      inputs,
      modules,
      diagnostics: [
        ...(await trapsAndNeeds(bundled, { discovered, modules, cache })),
        ...bundled.errors.map((message) => bundleError(message, discovered.directory, modules)),
      ],
    };
  }
}

const nothing = () => {};

interface BundledCode extends Pick<Bundled, "code" | "map"> {
  readonly metafile: Metafile;
  readonly errors: readonly Message[];
}

interface Read {
  readonly discovered: Discovered;
  readonly modules: Modules;
  readonly cache: Cache;
}

/** What in the modules cannot become ES5, and what packages need where zap.js runs. */
async function trapsAndNeeds(
  bundled: BundledCode,
  { discovered, modules, cache }: Read,
): Promise<Diagnostic[]> {
  const paths = [...modules.keys()].sort();
  const trapsIn = (files: readonly string[]) => files.flatMap((path) => modules.get(path)?.traps ?? []);
  const ofPackages = paths.filter(packageOf);
  const own = trapsIn(paths.filter((path) => !ofPackages.includes(path)));
  if (ofPackages.length === 0) return own;
  const { packageFindings } = await import("./packages/findings.ts");
  const read = { ...bundled, modules, discovered, traps: trapsIn(ofPackages) };
  return [...own, ...(await packageFindings(read, cache))];
}

async function bundledBy(run: typeof build, plugins: Plugin[], discovered: Discovered): Promise<BundledCode> {
  const { directory } = discovered;
  try {
    const { outputFiles, metafile } = await run({
      stdin: { contents: entry(discovered), resolveDir: directory, sourcefile: "zap" },
      absWorkingDir: directory,
      tsconfigRaw: {},
      plugins,
      // Packages that TypeScript has lowered import its helpers from tslib; ours are shorter.
      alias: { [helpersImport]: helpersFile, tslib: helpersFile },
      bundle: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      // As every bundler does for packages.
      define: { "process.env.NODE_ENV": '"production"' },
      target: "es5",
      // A package may have one, as long as it is not bundled.
      supported: { bigint: true },
      charset: "utf8",
      legalComments: "inline",
      sourcemap: "external",
      outfile: "zap.js",
      sourcesContent: false,
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const [map, code] = outputFiles.map((file) => file.text) as [string, string];
    const same = code.replaceAll(pathOf(discovered, helpersFile), helpersModule).replace(...extensions);
    return { code: same, map: JSON.parse(map), metafile, errors: [] };
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors) throw error;
    return { code: "", map: emptyMap, metafile: { inputs: {}, outputs: {} }, errors };
  }
}

// What esbuild writes for `require("./lang/" + key)` finds less than Node.js does, which adds the extension.
const extensions = [
  "fn = map[path];",
  'fn = map[path] || map[path + ".js"] || map[path + ".json"];',
] as const;

const emptyMap: EncodedSourceMap = { version: 3, names: [], sources: [], mappings: "" };

/** `export { pre_poll as new_dataset_pre_poll } from "./triggers/new_dataset.ts";` for each method. */
function entry({ declarations }: Discovered): string {
  const line = ({ source, methods }: Declaration) => {
    const names = methods.map(({ local, name }) => `${local} as ${name}`);
    return `export { ${names.join(", ")} } from ${JSON.stringify(`./${source.path}`)};`;
  };
  return declarations
    .filter(({ methods }) => methods.length > 0)
    .map(line)
    .join("\n");
}
