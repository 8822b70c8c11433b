import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { BuildFailure, Message, Metafile, Plugin } from "esbuild";
import type { Diagnostic } from "../model/diagnostic.ts";
import { packageRoot } from "../package-root.ts";
import { bundleError, type Modules } from "./bundle-errors.ts";
import type { Cache } from "./cache.ts";
import type { Declaration } from "./declaration.ts";
import type { Discovered } from "./discover.ts";
import { build } from "./esbuild.ts";
import { loweredModule } from "./lowered-module.ts";
import { absentModules } from "./packages/absent-modules.ts";
import { packageOf } from "./packages/package-of.ts";
import { readSource } from "./source.ts";

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

/** A file that was bundled. */
export interface Input {
  /** Inside the scripting directory, or `node_modules/…`, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Bundles the methods and what they import. Each module is lowered as it is read. */
export async function bundle(discovered: Discovered, cache: Cache): Promise<Bundled> {
  const inputs: Input[] = [];
  const modules: Modules = new Map();
  const { directory } = discovered;
  const plugins = [helpers(modules, cache), absentModules(), own(discovered, modules, inputs, cache)];
  const bundling = bundledBy(plugins, discovered);
  // What is bundled for sure is lowered while the bundler looks for it. What goes wrong is told when that asks.
  for (const { source, row } of discovered.declarations) {
    loweredModule(source, row.metadata, cache).catch(() => {});
  }
  const bundled = await bundling;
  return {
    code: bundled.code,
    map: bundled.map,
    inputs,
    modules,
    diagnostics: [
      ...(await trapsAndNeeds(bundled, { discovered, modules, cache })),
      ...bundled.errors.map((message) => bundleError(message, directory, modules)),
    ],
  };
}

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

async function bundledBy(plugins: Plugin[], discovered: Discovered): Promise<BundledCode> {
  const { directory } = discovered;
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents: entry(discovered), resolveDir: directory, sourcefile: "zap" },
      absWorkingDir: directory,
      tsconfigRaw: {},
      plugins,
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
    return { code, map: JSON.parse(map), metafile, errors: [] };
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors) throw error;
    return { code: "", map: emptyMap, metafile: { inputs: {}, outputs: {} }, errors };
  }
}

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

/** How esbuild names the module of the helpers. */
const helpersModule = "zapc:helpers";

/** Packages that TypeScript has lowered import its helpers from tslib; ours are shorter. */
function helpers(modules: Modules, cache: Cache): Plugin {
  return {
    name: "helpers",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^tslib$/ }, () => ({ path: "helpers", namespace: "zapc", sideEffects: false }));
      onLoad({ filter: /^helpers$/, namespace: "zapc" }, async () => {
        const source = await readSource(join(packageRoot, "src/compiler"), "helpers.js");
        const module = await loweredModule(source, undefined, cache);
        modules.set(helpersModule, { ...module, path: source.path, text: source.text });
        return { contents: module.code + forTraps, loader: "js" };
      });
    },
  };
}

// What such a package calls for what is a trap. It may have that, as long as it is not bundled.
const forTraps =
  "\nexport var __asyncDelegator, __asyncGenerator, __asyncValues, __await, __awaiter, __classPrivateFieldGet, __classPrivateFieldIn, __classPrivateFieldSet, __esDecorate, __generator, __propKey, __runInitializers, __setFunctionName;";

function own(discovered: Discovered, modules: Modules, inputs: Input[], cache: Cache): Plugin {
  const { directory, declarations } = discovered;
  const pathOf = (file: string) => relative(directory, file).split(sep).join("/");
  const declaring = new Map(declarations.map((declaration) => [declaration.source.path, declaration]));
  return {
    name: "modules",
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path: file }) => {
        const path = pathOf(file);
        const declaration = declaring.get(path);
        const source = declaration?.source ?? (await readSource(directory, path));
        inputs.push({ path: path.replace(/^.*(?=node_modules\/)/, ""), text: source.text });
        const module = await loweredModule(source, declaration?.row.metadata, cache);
        modules.set(path, { ...module, path: source.path, text: source.text });
        return { contents: module.code, loader: "js" };
      });
      onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
        const text = await readFile(file, "utf8");
        inputs.push({ path: pathOf(file), text });
        return { contents: text, loader: "json" };
      });
    },
  };
}
