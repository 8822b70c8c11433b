import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type BuildFailure, build, type Message, type OnLoadResult, type Plugin } from "esbuild";
import type { Diagnostic } from "../model/diagnostic.ts";
import { packageRoot } from "../package-root.ts";
import type { Declaration } from "./declaration.ts";
import type { Discovered } from "./discover.ts";
import type { Lowered, lower } from "./lower.ts";
import type { Kept } from "./mark-comments.ts";
import { readSource } from "./source.ts";
import { findTraps } from "./traps.ts";

/** All modules as one, in ES5 but for the `export` at the end. */
export interface Bundled {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** Every file that was bundled. */
  readonly inputs: readonly Input[];
  /** The comments that the marks in the code stand for. */
  readonly kept: readonly Kept[];
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
export async function bundle(discovered: Discovered): Promise<Bundled> {
  const inputs: Input[] = [];
  const kept: Kept[] = [];
  const maps: Maps = new Map();
  const traps: Diagnostic[] = [];
  // Loading the compiler takes as long as compiling: the type-check runs meanwhile.
  const { lower } = await import("./lower.ts");
  try {
    const result = await build({
      stdin: { contents: entry(discovered), resolveDir: discovered.directory, sourcefile: "zap" },
      absWorkingDir: discovered.directory,
      tsconfigRaw: {},
      plugins: [helpers({ kept, lower }), modules(discovered, { inputs, kept, maps, traps, lower })],
      bundle: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      target: "es5",
      charset: "utf8",
      legalComments: "inline",
      sourcemap: "external",
      outfile: "zap.js",
      write: false,
      logLevel: "silent",
    });
    const [map, code] = result.outputFiles.map((file) => file.text) as [string, string];
    return { code, map: JSON.parse(map), inputs, kept, diagnostics: inOrder(traps) };
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors) throw error;
    const failures = errors.map((message) => asDiagnostic(message, discovered.directory, maps));
    return { code: "", map: emptyMap, inputs, kept, diagnostics: [...inOrder(traps), ...failures] };
  }
}

const emptyMap: EncodedSourceMap = { version: 3, names: [], sources: [], mappings: "" };

/** The order in which the bundler reads files is not always the same. */
function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
}

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

/** TypeScript imports its helpers from tslib; ours are shorter. */
function helpers({ kept, lower }: Pick<Reading, "kept" | "lower">): Plugin {
  return {
    name: "helpers",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^tslib$/ }, () => ({ path: "helpers", namespace: "zapc", sideEffects: false }));
      onLoad({ filter: /^helpers$/, namespace: "zapc" }, async () => {
        return contents(lower(await readSource(join(packageRoot, "src/compiler"), "helpers.js"), kept));
      });
    },
  };
}

/** Where the lowered text of each module comes from, by its path. */
type Maps = Map<string, EncodedSourceMap>;

interface Reading {
  readonly inputs: Input[];
  readonly kept: Kept[];
  readonly maps: Maps;
  readonly traps: Diagnostic[];
  readonly lower: typeof lower;
}

function modules(
  { directory, declarations }: Discovered,
  { inputs, kept, maps, traps, lower }: Reading,
): Plugin {
  const pathOf = (file: string) => relative(directory, file).split(sep).join("/");
  return {
    name: "modules",
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path: file }) => {
        const path = pathOf(file);
        const declaration = declarations.find(({ source }) => source.path === path);
        const source = declaration?.source ?? (await readSource(directory, path));
        inputs.push({ path: path.replace(/^.*(?=node_modules\/)/, ""), text: source.text });
        const found = findTraps(source);
        traps.push(...found);
        if (found.some(({ severity }) => severity === "error")) return { contents: "" };
        const lowered = lower(source, kept, declaration?.row.metadata);
        maps.set(path, lowered.map);
        return contents(lowered);
      });
      onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
        const text = await readFile(file, "utf8");
        inputs.push({ path: pathOf(file), text });
        return { contents: text, loader: "json" };
      });
    },
  };
}

function contents({ code, map }: Lowered): OnLoadResult {
  const inlined = Buffer.from(JSON.stringify(map)).toString("base64");
  return { contents: `${code}//# sourceMappingURL=data:application/json;base64,${inlined}`, loader: "js" };
}

/** What the bundler could not do, at the place in the source: it has seen the lowered text. */
function asDiagnostic({ detail, location, text }: Message, directory: string, maps: Maps): Diagnostic {
  // What a plugin throws is a defect of zapc's, or a finding of its own.
  if (detail instanceof Error) throw detail;
  const map = location && maps.get(location.file);
  const original = map && originalPositionFor(new TraceMap(map as never), location);
  return {
    code: "bundle",
    severity: "error",
    message: `${text}.`,
    file: location ? join(directory, location.file) : directory,
    ...(original?.line && { line: original.line, column: original.column + 1 }),
    hint: "zap.js is one file: it can import what stands in the directory, and npm packages that need no Node.js.",
  };
}
