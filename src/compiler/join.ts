import type { EncodedSourceMap } from "@jridgewell/remapping";
import { decodedMappings, encodedMappings, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import type { FinishedSection } from "./finished-bundle.ts";
import { countLines } from "./line-index.ts";

/** The sections as one text. */
export interface Joined {
  readonly code: string;
  readonly map: EncodedSourceMap;
  readonly placed: readonly Placed[];
}

/** The text of a section, and how many lines stand above it. */
export interface Placed {
  readonly code: string;
  readonly linesAbove: number;
}

/** Puts the finished sections under each other, each below the name of its module. */
export function join(sections: readonly FinishedSection[]): Joined {
  const placed: Placed[] = [];
  const sources: string[] = [];
  const sourcesContent: string[] = [];
  let [code, mappings, lines] = ["", "", 0];
  let last: Place = [0, 0, 0];
  for (const section of sections) {
    if (section.code === "") continue;
    const above = (code === "" ? "" : "\n") + (section.title === "" ? "" : `  // ${section.title}\n`);
    const linesAbove = lines + countLines(above);
    placed.push({ code: section.code, linesAbove });
    lines = linesAbove + countLines(section.code);
    code += above + section.code;
    mappings += ";".repeat(countLines(above));
    if (!section.last) {
      mappings += section.mappings;
      continue;
    }
    const { path, text } = section.source;
    if (!sources.includes(path)) {
      sources.push(path);
      sourcesContent.push(text);
    }
    const source = sources.indexOf(path);
    mappings += following(section.mappings, last, source);
    last = [source, ...section.last];
  }
  return { code, map: { version: 3, names: [], sources, sourcesContent, mappings }, placed };
}

/** A source, and a line and a column in it. */
type Place = readonly [source: number, line: number, column: number];

/**
 * The mappings of a section after those that end at a place. Each place in mappings is told by how far it is from the one before, so
 * that only the first is another.
 */
function following(mappings: string, last: Place, source: number): string {
  const start = mappings.search(/[^;]/);
  const length = mappings.slice(start).search(/[,;]/);
  const [[[column, , ...place] = []] = []] = decodedMappings(mapWith(mappings.slice(start, start + length)));
  const first = encodedMappings(mapWith([[[0, ...last]], [[column, source, ...place]]]));
  return mappings.slice(0, start) + first.slice(first.indexOf(";") + 1) + mappings.slice(start + length);
}

function mapWith(mappings: unknown): TraceMap {
  return new TraceMap({ version: 3, names: [], sources: [], mappings } as SourceMapInput);
}
