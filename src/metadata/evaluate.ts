import { resolve } from "node:path";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { BuildFailure, BuildOptions, Metafile, Plugin } from "esbuild";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { isOfRunner } from "../model/required-modules.ts";
import { helpersFile } from "../package-root.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import type { Declaration } from "../source/discovering/declaration.ts";
import { build, buildSync, esbuildError } from "../source/esbuild.ts";
import { loadAlone, type MappedScript } from "../source/load-alone.ts";
import { packageOf } from "../source/package-of.ts";
import { findingAt } from "../source/source.ts";
import { differences, inTwoEnvironments } from "./environments.ts";
import { accessed, offsetOf } from "./offset-of.ts";

/** The metadata that each declaration exports, evaluated, or remembered while all that it can depend on is the same. */
export async function metadataValues(
  discovered: Discovered,
  cache: Cache,
): Promise<Map<Declaration, unknown>> {
  const described = discovered.declarations.filter(({ row }) => row.metadata);
  let fresh: EvaluatedMetadata | undefined;
  const evaluate = async () => {
    fresh ??= await evaluated(discovered, described);
    return fresh;
  };
  const given = ["evaluated", ...whatMattersIn(discovered)];
  const { imported } = await cache.recall(given, evaluate);
  const remembered = await cache.recall([...given, "imported", ...textsOf(imported, discovered)], evaluate);
  // A package or data in JSON may have changed.
  const { values } = remembered.isOfSources ? remembered : await evaluate();
  return new Map(described.map((declaration, index) => [declaration, values[index]]));
}

/** The metadata of each declaration that has some. */
interface EvaluatedMetadata {
  readonly values: readonly unknown[];
  /** The files that others import, and could call the methods of. */
  readonly imported: readonly string[];
  /** True if nothing but TypeScript files of the directory was read. */
  readonly isOfSources: boolean;
}

/** The texts that metadata can depend on: the sources, but for the bodies of methods that their own files do not call. */
function whatMattersIn({ declarations, others }: Discovered): string[] {
  return [
    ...declarations.flatMap((it) => [it.source.path, withoutUncalledBodies(it)]),
    ...others.flatMap(({ path, text }) => [path, text]),
  ];
}

function textsOf(paths: readonly string[], { declarations }: Discovered): string[] {
  return declarations
    .map(({ source }) => source)
    .flatMap(({ path, text }) => (paths.includes(path) ? [text] : []));
}

/** A source without the bodies of those of its methods that it names nowhere else. */
function withoutUncalledBodies({ source: { text }, methods }: Declaration): string {
  const bodies = methods.flatMap(({ local, written }) => {
    const isNamedOnce = text.split(new RegExp(`\\b${local}\\b`)).length === 2;
    return isNamedOnce && written?.body ? [written.body] : [];
  });
  let [kept, from] = ["", 0];
  for (const [start, end] of bodies.sort(([a], [b]) => a - b)) {
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}

/** Evaluates the metadata on its own. */
async function evaluated(
  { directory, declarations, others, engine }: Discovered,
  described: readonly Declaration[],
): Promise<EvaluatedMetadata> {
  const lines = described.map(({ row, source }, index) => {
    return `export { ${row.metadata} as m${index} } from ${JSON.stringify(`./${source.path}`)};`;
  });
  const { script, inputs } = await bundled(directory, lines.join("\n"));
  const [values, otherValues] = inTwoEnvironments((prelude) => {
    const exported = loadAlone(script, { ...loading, engine, prelude }, "metadata") as {
      readonly [name: string]: unknown;
    };
    return described.map((it, index) => asJson(it, exported[`m${index}`]));
  });
  const unsteady = described.flatMap((it, index) => unsteadyValues(it, values[index], otherValues[index]));
  if (unsteady.length > 0) throw new Invalid(unsteady);
  const sources = [...declarations.map(({ source }) => source), ...others].map(({ path }) => path);
  return {
    values,
    imported: Object.entries(inputs).flatMap(([path, { imports }]) => {
      return path === entry ? [] : imports.map((it) => it.path);
    }),
    isOfSources: Object.keys(inputs).every((path) => path === entry || sources.includes(path)),
  };
}

/** The parts of the metadata that would differ at the next build, or on another machine. */
function unsteadyValues({ row, source }: Declaration, value: unknown, other: unknown): Diagnostic[] {
  const name = row.metadata as string;
  return differences(value, other).map((steps) =>
    findingAt(source, offsetOf(source, name, steps), {
      code: "metadata",
      message: `\`${name}${accessed(steps)}\` is not the same in each build: it depends on the time, on chance or on this machine.`,
      hint: "Write the value out.",
    }),
  );
}

/** The name that esbuild knows the entry by. */
const entry = "metadata";

/** Bundles the entry with all that it imports, and lists the files that were read. */
async function bundled(
  directory: string,
  contents: string,
): Promise<{ readonly script: MappedScript; readonly inputs: Metafile["inputs"] }> {
  const options = {
    stdin: { contents, resolveDir: directory, sourcefile: entry },
    absWorkingDir: directory,
    tsconfigRaw: {},
    bundle: true,
    write: false as const,
    outfile: "metadata.js",
    format: "iife" as const,
    globalName: "metadata",
    // The modules of Node.js that methods require are not looked for.
    platform: "node" as const,
    mainFields: ["module", "main"],
    alias: { tslib: helpersFile },
    external: ["zapc", "zapc/*"],
    target: "node20",
    logLevel: "silent" as const,
  } satisfies BuildOptions;
  const { outputFiles, metafile } = await build({
    ...options,
    plugins: [withoutLoading(directory)],
    metafile: true,
  }).catch(({ errors }: BuildFailure) => {
    throw new Invalid(errors.map((error) => esbuildError(error, directory)));
  });
  const code = outputFiles[0]?.text as string;
  // It takes as long as the rest, and is asked for only where something is wrong.
  const mapped = () => buildSync({ ...options, sourcemap: "external", sourcesContent: false }).outputFiles;
  return {
    script: {
      code,
      directory,
      get map(): EncodedSourceMap {
        return JSON.parse(mapped()[0]?.text as string);
      },
    },
    inputs: metafile.inputs,
  };
}

const resolving = {};

/** A script of JavaScript or a package that metadata does not use is left out: it may need what is not there. */
function withoutLoading(directory: string): Plugin {
  return {
    name: "without loading",
    setup({ onResolve, resolve: resolveAsIs }) {
      onResolve({ filter: /^[^./~]/ }, async ({ path, pluginData, kind, ...from }) => {
        if (pluginData === resolving || kind !== "import-statement" || /^zapc(\/|$)/.test(path))
          return undefined;
        const { errors, ...found } = await resolveAsIs(path, { kind, ...from, pluginData: resolving });
        return errors.length === 0 ? { ...found, sideEffects: false } : undefined;
      });
      // Nor are the packages of the platform.
      onResolve({ filter: /^[^./~]/ }, ({ path, kind, importer }) =>
        kind === "require-call" && packageOf(importer) === undefined && isOfRunner(path)
          ? { path, external: true }
          : undefined,
      );
      onResolve({ filter: /^\..*\.js$/ }, ({ path, resolveDir }) =>
        resolveDir.startsWith(directory)
          ? { path: resolve(resolveDir, path), sideEffects: false }
          : undefined,
      );
    },
  };
}

const loading = {
  globals: {},
  consequence: "Metadata is evaluated on its own, and the platform is not there.",
  hint: "Metadata is data: write it out, without calls of the platform.",
};

/** The value as JSON holds it. */
function asJson(declaration: Declaration, value: unknown): unknown {
  const { row, source } = declaration;
  try {
    return JSON.parse(JSON.stringify(value, onlyJson));
  } catch (error) {
    const offset = offsetOf(source, row.metadata as string, []);
    const message = `The metadata cannot be written as JSON: ${(error as Error).message.split("\n")[0]}.`;
    throw new Invalid([
      findingAt(source, offset, { code: "metadata", message, hint: "Metadata is data: write it out." }),
    ]);
  }
}

/** Refuses what JSON would drop or change: functions, dates and other objects with a class. */
function onlyJson(this: { [key: string]: unknown }, key: string, value: unknown): unknown {
  const given = this[key];
  const isPlain =
    typeof given !== "object" ||
    given === null ||
    /^\[object (Object|Array)\]$/.test(String(toText.call(given)));
  if (isPlain && !["function", "symbol", "bigint"].includes(typeof given)) return value;
  throw new TypeError(`"${key}" is ${isPlain ? `a ${typeof given}` : toText.call(given).slice(8, -1)}`);
}

const toText = Object.prototype.toString;
