import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { BuildOptions, Metafile } from "esbuild";
import type { Cache } from "../compiler/cache.ts";
import type { Discovered } from "../compiler/discover.ts";
import type { Declaration } from "../compiler/discovering/declaration.ts";
import { build, buildSync } from "../compiler/esbuild.ts";
import { loadAlone, type MappedScript } from "../compiler/load-alone.ts";
import { helpersFile } from "../compiler/lowering/helper-functions.ts";
import { findingAt } from "../compiler/source.ts";
import { Invalid } from "../model/diagnostic.ts";
import { offsetOf } from "./offset-of.ts";

/** What each declaration exports as its metadata, evaluated, or remembered while all that it can depend on is the same. */
export async function metadataValues(
  discovered: Discovered,
  cache: Cache,
): Promise<Map<Declaration, unknown>> {
  const described = discovered.declarations.filter(({ row }) => row.metadata);
  let fresh: Evaluated | undefined;
  const evaluate = async () => {
    fresh ??= await evaluated(discovered, described);
    return fresh;
  };
  const given = ["evaluated", ...whatMattersIn(discovered)];
  const { imported } = await cache.recall(given, evaluate);
  const remembered = await cache.recall([...given, "imported", ...textsOf(imported, discovered)], evaluate);
  // Of a package or of data in JSON it is not known whether they are the same.
  const { values } = remembered.isOfSources ? remembered : await evaluate();
  return new Map(described.map((declaration, index) => [declaration, values[index]]));
}

/** The metadata of each declaration that has some. */
interface Evaluated {
  readonly values: readonly unknown[];
  /** The files that others import, and could call the methods of. */
  readonly imported: readonly string[];
  /** Whether nothing but TypeScript files of the directory was read. */
  readonly isOfSources: boolean;
}

/** What metadata can depend on: the sources, but for the bodies of methods that their own files do not call. */
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
  { directory, declarations, others }: Discovered,
  described: readonly Declaration[],
): Promise<Evaluated> {
  const lines = described.map(({ row, source }, index) => {
    return `export { ${row.metadata} as m${index} } from ${JSON.stringify(`./${source.path}`)};`;
  });
  const { script, inputs } = await bundled(directory, lines.join("\n"));
  const values = loadAlone(script, loading, "metadata") as { readonly [name: string]: unknown };
  const sources = [...declarations.map(({ source }) => source), ...others].map(({ path }) => path);
  return {
    values: described.map((it, index) => asJson(it, values[`m${index}`])),
    imported: Object.entries(inputs).flatMap(([path, { imports }]) => {
      return path === entry ? [] : imports.map((it) => it.path);
    }),
    isOfSources: Object.keys(inputs).every((path) => path === entry || sources.includes(path)),
  };
}

/** How esbuild names what asks for the metadata. */
const entry = "metadata";

/** What asks for the metadata, with all that it imports, and the files that were read. */
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
    // What methods require of Node.js is not looked for.
    platform: "node" as const,
    mainFields: ["module", "main"],
    alias: { tslib: helpersFile },
    target: "node20",
    logLevel: "silent" as const,
  } satisfies BuildOptions;
  const { outputFiles, metafile } = await build({ ...options, metafile: true });
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
