import type { EncodedSourceMap } from "@jridgewell/remapping";
import { decodedMappings, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import { type Parsed, parsed } from "./script.ts";

/** What one module is in the bundle. */
export class Section {
  /** The module, as zap.js names it; empty for what comes from zapc or from the bundler. */
  readonly path: string;
  /** Without the line that names the module. */
  readonly code: string;
  readonly #findTrace: () => TraceMap;
  #parsed: Parsed | undefined;
  #trace: TraceMap | undefined;

  constructor({ path, code }: Pick<Section, "path" | "code">, findTrace: () => TraceMap) {
    this.path = path;
    this.code = code;
    this.#findTrace = findTrace;
  }

  /** Parsed when it is first asked for. */
  get parsed(): Parsed {
    this.#parsed ??= parsed(this.code);
    return this.#parsed;
  }

  /** Where the code comes from. Looked for when it is first asked for. */
  get trace(): TraceMap {
    this.#trace ??= this.#findTrace();
    return this.#trace;
  }
}

/** A method, and the name of its function in the bundle. */
export interface Exported {
  readonly method: string;
  readonly local: string;
}

// What esbuild writes above each module: `// triggers/new_dataset.ts`. Of other comments nothing but marks is in the bundle.
const heading =
  /^\/\/ (?:(?:.*(?=node_modules\/)|(?:\.\.\/)*)(?<path>.+\.[cm]?[jt]s(?:on)?)|zapc:helpers|zap)\n/gm;

// What esbuild writes at the end: `export {\n  pre_poll2 as new_record_pre_poll\n};`
const exporting = /^export \{(?<names>[^}]*)\};\n$/m;

/** Cuts the bundle into its modules. */
export function sectionsOf(code: string, map: EncodedSourceMap): Section[] {
  const body = code.slice(0, exporting.exec(code)?.index);
  let decoded: TraceMap | undefined;
  const whole = () => {
    decoded ??= new TraceMap(map as SourceMapInput);
    return decoded;
  };
  // Above the first module stands what the bundler needs.
  const starts = [{ index: 0, heading: "", path: "" }];
  for (const { index, 0: line, groups } of body.matchAll(heading)) {
    starts.push({ index, heading: line, path: groups?.path ?? "" });
  }
  let line = 0;
  return starts.map(({ index, heading, path }, number) => {
    const code = body.slice(index + heading.length, starts[number + 1]?.index);
    const first = line + (heading === "" ? 0 : 1);
    const end = first + code.split("\n").length - 1;
    line = end;
    return new Section({ path, code }, () => linesOf(whole(), first, end));
  });
}

function linesOf(whole: TraceMap, first: number, end: number): TraceMap {
  const { names, sources } = whole;
  return new TraceMap({
    version: 3,
    names,
    sources,
    mappings: decodedMappings(whole).slice(first, end),
  } as SourceMapInput);
}

/** The methods that the bundle exports, in its order. */
export function exportsOf(code: string): Exported[] {
  const names = exporting.exec(code)?.groups?.names?.split(",") ?? [];
  return names.map((it) => {
    const [local = "", method = local] = it.trim().split(" as ");
    return { method, local };
  });
}
