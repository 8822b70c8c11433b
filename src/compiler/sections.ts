import type { EncodedSourceMap } from "@jridgewell/remapping";
import { decodedMappings, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import { countLines } from "./line-index.ts";
import { type Parsed, parsed } from "./script.ts";

/** A part of the bundle that comes of one module: the bundler splits some at their imports. */
export class Section {
  /** The module, as the bundler names it: `../node_modules/a/index.js`; empty for what the bundler itself needs. */
  readonly module: string;
  /** Without the line that names the module. */
  readonly code: string;
  readonly #findTrace: () => TraceMap;
  #parsed: Parsed | undefined;

  constructor({ module, code }: Pick<Section, "module" | "code">, findTrace: () => TraceMap) {
    this.module = module;
    this.code = code;
    this.#findTrace = findTrace;
  }

  /** Parsed when it is first asked for. */
  get parsed(): Parsed {
    this.#parsed ??= parsed(this.code);
    return this.#parsed;
  }

  /** Finds where in the lowered module the code comes from. */
  trace(): TraceMap {
    return this.#findTrace();
  }
}

/** A method, and the name of its function in the bundle. */
export interface Exported {
  readonly method: string;
  readonly local: string;
}

// What esbuild writes above each module: `// triggers/new_dataset.ts`. Of other comments nothing but marks is in the bundle.
const heading = /^\/\/ (?<module>.+\.[cm]?[jt]s(?:on)?|zapc:helpers|zap)\n/gm;

// What esbuild writes at the end: `export {\n  pre_poll2 as new_record_pre_poll\n};`
const exporting = /(?<=^|\n)export \{(?<names>[^}]*)\};\n$/;

/** Cuts the bundle into its sections. */
export function sectionsOf(code: string, map: EncodedSourceMap): Section[] {
  const body = code.slice(0, exporting.exec(code)?.index);
  let whole: TraceMap | undefined;
  const trace = (first: number, end: number) => {
    whole ??= new TraceMap(map as SourceMapInput);
    return linesOf(whole, first, end);
  };
  // Above the first module stands what the bundler needs.
  const starts = [{ index: 0, heading: "", module: "" }];
  for (const { index, 0: line, groups } of body.matchAll(heading)) {
    starts.push({ index, heading: line, module: groups?.module ?? "" });
  }
  let line = 0;
  return starts.map(({ index, heading, module }, number) => {
    const code = body.slice(index + heading.length, starts[number + 1]?.index);
    const first = line + (heading === "" ? 0 : 1);
    const end = first + countLines(code);
    line = end;
    return new Section({ module, code }, () => trace(first, end));
  });
}

/** The map of the lines of a section. */
function linesOf(whole: TraceMap, first: number, end: number): TraceMap {
  const segments = decodedMappings(whole).slice(first, end);
  const [, source = -1] = segments.find((line) => line.length > 0)?.[0] ?? [];
  const mappings = segments.map((line) =>
    line.flatMap(([column, of, ...place]) => (of === source ? [[column, 0, ...place.slice(0, 2)]] : [])),
  );
  const map: unknown = { version: 3, names: [], sources: [whole.sources[source] ?? null], mappings };
  return new TraceMap(map as SourceMapInput);
}

/** The methods that the bundle exports, in its order. */
export function exportsOf(code: string): Exported[] {
  const names = exporting.exec(code)?.groups?.names?.split(",") ?? [];
  return names.map((it) => {
    const [local = "", method = local] = it.trim().split(" as ");
    return { method, local };
  });
}
