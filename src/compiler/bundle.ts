import { join, relative, sep } from "node:path";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import {
  type BuildFailure,
  build,
  type Message,
  type OnLoadResult,
  type PartialMessage,
  type Plugin,
} from "esbuild";
import type { Diagnostic } from "../model/diagnostic.ts";
import { packageRoot } from "../package-root.ts";
import type { Declaration, Discovered } from "./discover.ts";
import type { Lowered, lower } from "./lower.ts";
import { readSource, type Source } from "./source.ts";
import { findTraps } from "./traps.ts";

/** All modules as one, in ES5 but for the `export` at the end. */
export interface Bundled {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** Every module that was bundled, by its path inside the scripting directory, in the order of the paths. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Bundles the methods and what they import. Each module is lowered as it is read. */
export async function bundle(discovered: Discovered): Promise<Bundled> {
  const sources = new Map<string, Source>();
  // Loading the compiler takes as long as compiling: the type-check runs meanwhile.
  const { lower } = await import("./lower.ts");
  try {
    const result = await build({
      stdin: { contents: entry(discovered), resolveDir: discovered.directory, sourcefile: "zap" },
      absWorkingDir: discovered.directory,
      plugins: [helpers(lower), modules(discovered, sources, lower)],
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
    return { code, map: JSON.parse(map), sources: inOrder(sources), diagnostics: [] };
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors) throw error;
    const diagnostics = errors.map((message) => asDiagnostic(message, discovered.directory));
    return { code: "", map: emptyMap, sources: inOrder(sources), diagnostics };
  }
}

const emptyMap: EncodedSourceMap = { version: 3, names: [], sources: [], mappings: "" };

function inOrder(sources: Map<string, Source>): Source[] {
  return [...sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `export { pre_poll as new_dataset_pre_poll } from "./triggers/new_dataset.ts";` for each method. */
function entry({ declarations }: Discovered): string {
  const line = ({ source, methods }: Declaration) => {
    const names = methods.map(({ method, name }) => `${method.name} as ${name}`);
    return `export { ${names.join(", ")} } from ${JSON.stringify(`./${source.path}`)};`;
  };
  return declarations
    .filter(({ methods }) => methods.length > 0)
    .map(line)
    .join("\n");
}

/** TypeScript imports its helpers from tslib; ours are shorter. */
function helpers(lowerSource: typeof lower): Plugin {
  return {
    name: "helpers",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^tslib$/ }, () => ({ path: "helpers", namespace: "zapc", sideEffects: false }));
      onLoad({ filter: /^helpers$/, namespace: "zapc" }, async () => {
        return contents(lowerSource(await readSource(join(packageRoot, "src/compiler"), "helpers.js")));
      });
    },
  };
}

function modules(
  { directory, declarations }: Discovered,
  sources: Map<string, Source>,
  lowerSource: typeof lower,
): Plugin {
  return {
    name: "modules",
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path: file }) => {
        const path = relative(directory, file).split(sep).join("/");
        const declaration = declarations.find(({ source }) => source.path === path);
        const source = declaration?.source ?? (await readSource(directory, path));
        sources.set(path, source);
        const traps = findTraps(source);
        if (traps.length > 0) return { errors: traps.map((detail): PartialMessage => ({ detail })) };
        return contents(lowerSource(source, declaration?.row.metadata));
      });
    },
  };
}

function contents({ code, map }: Lowered): OnLoadResult {
  const inlined = Buffer.from(JSON.stringify(map)).toString("base64");
  return { contents: `${code}//# sourceMappingURL=data:application/json;base64,${inlined}`, loader: "js" };
}

function asDiagnostic({ detail, location, text, notes }: Message, directory: string): Diagnostic {
  // What a plugin throws is a defect of zapc's; what it returns is a finding.
  if (detail instanceof Error) throw detail;
  if (detail) return detail as Diagnostic;
  return {
    code: "bundle",
    severity: "error",
    message: [text, ...notes.map((note) => note.text)].join("\n"),
    file: location ? join(directory, location.file) : directory,
    ...(location && { line: location.line, column: location.column + 1 }),
  };
}
