import type { EncodedSourceMap } from "@jridgewell/remapping";
import { decodedMappings, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import type { Bundled } from "../bundle.ts";
import type { Cache } from "../cache.ts";
import { countLines } from "../line-index.ts";
import { endOf, moved, type Place } from "./mappings.ts";
import { type Parsed, parsed } from "./script.ts";

/** A part of the bundle that comes of one module: the bundler splits some at their imports. */
export class Section {
  /** The module, as the bundler names it: `../node_modules/a/index.js`; empty for what the bundler itself needs. */
  readonly module: string;
  /** Without the line that names the module. */
  readonly code: string;
  readonly #findTrace: () => Promise<TraceMap>;
  #parsed: Parsed | undefined;

  constructor({ module, code }: Pick<Section, "module" | "code">, findTrace: () => Promise<TraceMap>) {
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
  trace(): Promise<TraceMap> {
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
const exporting = /^export \{(?<names>[^}]*)\};\n$/;

/** Where the statement begins that exports the methods. */
function endOfBody(code: string): number {
  const start = code.lastIndexOf("export {");
  return start !== -1 && exporting.test(code.slice(start)) ? start : code.length;
}

/**
 * Cuts the bundle into its sections.
 *
 * @param cache - what earlier builds found out of their mappings
 */
export function sectionsOf({ code, map }: Pick<Bundled, "code" | "map">, cache: Cache): Section[] {
  const body = code.slice(0, endOfBody(code));
  // Above the first module stands what the bundler needs.
  const starts = [{ index: 0, heading: "", module: "" }];
  for (const { index, 0: line, groups } of body.matchAll(heading)) {
    starts.push({ index, heading: line, module: groups?.module ?? "" });
  }
  let end = 0;
  const ranges: Range[] = [];
  let maps: Promise<(() => TraceMap)[]> | undefined;
  return starts.map(({ index, heading, module }, number) => {
    const code = body.slice(index + heading.length, starts[number + 1]?.index);
    const first = end + (heading === "" ? 0 : 1);
    end = first + countLines(code);
    ranges.push({ first, end });
    return new Section({ module, code }, async () => {
      maps ??= mapsOf(map, ranges, cache);
      return ((await maps)[number] as () => TraceMap)();
    });
  });
}

/** The lines of a section, from 0. */
interface Range {
  readonly first: number;
  readonly end: number;
}

/** The map of each section, decoded when it is first asked for: most sections are as they were, and nobody asks. */
async function mapsOf(
  map: EncodedSourceMap,
  ranges: readonly Range[],
  cache: Cache,
): Promise<(() => TraceMap)[]> {
  const lines = map.mappings.split(";");
  const mappings = ranges.map(({ first, end }) => lines.slice(first, end).join(";"));
  const ends = await Promise.all(mappings.map((it) => cache.recall(["end", it], () => endOf(it))));
  let before: Place = [0, 0, 0];
  return mappings.map((it, index) => {
    const start = before;
    const [source, line, column] = ends[index] as Place;
    before = [start[0] + source, start[1] + line, start[2] + column];
    return () => ofOneSource({ ...map, mappings: moved(it, start) });
  });
}

/** The map of a section, whose first place tells of which source it is. */
function ofOneSource(map: EncodedSourceMap): TraceMap {
  const segments = decodedMappings(new TraceMap(map as SourceMapInput));
  const [, source = -1] = segments.find((line) => line.length > 0)?.[0] ?? [];
  const mappings = segments.map((line) =>
    line.filter(([, of]) => of === source).map(([column, , ...place]) => [column, 0, place[0], place[1]]),
  );
  const one: unknown = { version: 3, names: [], sources: [map.sources[source] ?? null], mappings };
  return new TraceMap(one as SourceMapInput);
}

/** The methods that the bundle exports, in its order. */
export function exportsOf(code: string): Exported[] {
  const names = exporting.exec(code.slice(endOfBody(code)))?.groups?.names?.split(",") ?? [];
  return names.map((it) => {
    const [local = "", method = local] = it.trim().split(" as ");
    return { method, local };
  });
}
