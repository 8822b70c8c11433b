import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { BuildOptions } from "esbuild";
import type { Cache } from "../compiler/cache.ts";
import type { Declaration } from "../compiler/declaration.ts";
import type { Discovered } from "../compiler/discover.ts";
import { build, buildSync } from "../compiler/esbuild.ts";
import { loadAlone } from "../compiler/load-alone.ts";
import { findingAt } from "../compiler/source.ts";
import type { Metadata } from "../model/definitions.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import type { LayoutRow } from "../model/layout.ts";
import type { SchemaError } from "../model/validate.ts";
import { offsetOf } from "./offset-of.ts";
import { metadataRules } from "./rules.ts";
import { uncalledMethods } from "./uncalled-methods.ts";

/** The metadata of the sources, and what is wrong with it. */
export interface Described {
  readonly metadata: Metadata;
  readonly diagnostics: readonly Diagnostic[];
}

// The lists of metadata.json, and whose metadata each holds.
const lists = { triggers: "trigger", actions: "action", searches: "search" } as const;
type List = keyof typeof lists;

/** Evaluates the metadata that the sources declare, and checks it against its schema and the rules. */
export async function describe(discovered: Discovered, cache: Cache): Promise<Described> {
  const metadata = await metadataOf(discovered);
  const misshapen = await shapeErrors(metadata, cache);
  // The rules take for granted what the schema says.
  const isInShape = misshapen.length === 0;
  const errors = isInShape ? metadataRules.flatMap((rule) => rule(metadata)) : misshapen;
  const uncalled = isInShape ? uncalledMethods(discovered, metadata) : [];
  return { metadata, diagnostics: [...errors.map((error) => inSource(discovered, error)), ...uncalled] };
}

// The key is the file's name, of which more is said elsewhere.
const keyOfStep = /^\/\w+\/\d+\/key$/;

/** What the schema says of the metadata of sources that do not type-check; nothing where it cannot be evaluated. */
export async function misshapenMetadata(discovered: Discovered, cache: Cache): Promise<Diagnostic[]> {
  try {
    const errors = await shapeErrors(await metadataOf(discovered), cache);
    return errors.filter(({ path }) => !keyOfStep.test(path)).map((error) => inSource(discovered, error));
  } catch {
    return [];
  }
}

/** What the schema says. To load what compiles it takes a while: most edits leave the metadata as it is. */
function shapeErrors(metadata: Metadata, cache: Cache): Promise<SchemaError[]> {
  return cache.recall(["metadata", JSON.stringify(metadata)], async () => {
    const { validateMetadata } = await import("../model/validate.ts");
    return validateMetadata(metadata);
  });
}

async function metadataOf({ directory, declarations }: Discovered): Promise<Metadata> {
  const values = await evaluate(directory, declarations);
  const steps = (list: List) => declaring(declarations, lists[list]).map((it) => asStep(it, values.get(it)));
  const appWide = declarations.filter(({ key, row }) => key === "" && row.kind !== "hydrator");
  return {
    app: values.get(declaring(declarations, "app")[0] as Declaration),
    methods: appWide.flatMap(methodNames),
    hydrators: declarations.filter(({ row }) => row.kind === "hydrator").flatMap(methodNames),
    triggers: steps("triggers").map((trigger) => ({ type: "polling", ...trigger })),
    actions: steps("actions"),
    searches: steps("searches"),
  } as Metadata;
}

function declaring(declarations: readonly Declaration[], kind: LayoutRow["metadata"]): Declaration[] {
  return declarations.filter(({ row }) => row.metadata === kind);
}

/** "/triggers/0/fields/1/type", "/app/auth/type" -> the place in the file that declares it */
function inSource({ declarations }: Discovered, { path, message }: SchemaError): Diagnostic {
  const [, list = "", ...rest] = path.split("/");
  const kind = lists[list as List];
  const index = kind ? Number(rest.shift()) : 0;
  const owner = declaring(declarations, kind ?? "app")[index] as Declaration;
  const offset = offsetOf(owner.source, owner.row.metadata as string, rest);
  const pointer = new RegExp(`${kind ? `/${list}/${index}` : "/app"}((?:/\\w+)*)`, "g");
  const asWritten = message.replace(
    pointer,
    (_, inner: string) => `\`${owner.row.metadata}${accessed(inner)}\``,
  );
  const ofApp = asWritten.replace('"app" of the metadata', "`app`");
  return findingAt(owner.source, offset, { code: "metadata", message: ofApp });
}

/** "/fields/1/type" -> ".fields[1].type" */
function accessed(pointer: string): string {
  return pointer.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
}

function asStep(declaration: Declaration, value: unknown): object {
  return { key: declaration.key, ...(value as object), methods: methodNames(declaration) };
}

function methodNames({ methods }: Declaration): string[] {
  return methods.map(({ method }) => method.name);
}

/** What each declaration exports as its metadata, evaluated on its own. */
async function evaluate(
  directory: string,
  declarations: readonly Declaration[],
): Promise<Map<Declaration, unknown>> {
  const all = declarations.filter(({ row }) => row.metadata);
  const lines = all.map(({ row, source }, index) => {
    return `export { ${row.metadata} as m${index} } from ${JSON.stringify(`./${source.path}`)};`;
  });
  const options = {
    stdin: { contents: lines.join("\n"), resolveDir: directory },
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
    target: "node20",
    logLevel: "silent" as const,
  } satisfies BuildOptions;
  const { outputFiles } = await build(options);
  const script = {
    code: outputFiles[0]?.text as string,
    directory,
    // Asked for only where something is wrong.
    get map(): EncodedSourceMap {
      const [map] = buildSync({ ...options, sourcemap: "external", sourcesContent: false }).outputFiles;
      return JSON.parse(map?.text as string);
    },
  };
  const values = loadAlone(script, loading, "metadata") as object;
  return new Map(all.map((it, index) => [it, asJson(it, values[`m${index}` as keyof typeof values])]));
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
