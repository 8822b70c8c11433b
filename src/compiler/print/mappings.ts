import {
  decodedMappings,
  encodedMappings,
  type SourceMapInput,
  type SourceMapSegment,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { countLines, lineIndex } from "../../source/line-index.ts";
import type { Positions } from "../analyze/positions.ts";
import type { Laid } from "./doc.ts";

/** The sources of each line of a section. */
export interface SectionMappings {
  /** The mappings of a source map of one source, with an entry for each line of the section. */
  readonly text: string;
  /** The line and the column in the source that the last of them names, from 0: a source map gives the next one relative to it. */
  readonly last: readonly [line: number, column: number];
}

/** The segments of a section with one source, line by line. */
export type Segments = readonly (readonly Segment[])[];
type Segment = [column: number, source: 0, line: number, columnInSource: number];

/** The mappings of a printed module: where in its source each mark comes from. */
export function mappingsOf(
  { code, marks }: Laid,
  { sourceOffset }: Positions,
  source: string,
): SectionMappings {
  const placeOf = lineIndex(source);
  const segments = marks.map((line) => {
    const found: Segment[] = [];
    for (let index = 0; index < line.length; index += 2) {
      const offset = sourceOffset(line[index + 1] as number);
      if (offset === undefined) continue;
      const place = placeOf(offset);
      found.push([line[index] as number, 0, place.line - 1, place.column - 1]);
    }
    return found;
  });
  return sectionMappings(code, segments);
}

/** The mappings of a section with this text. */
export function sectionMappings(code: string, segments: Segments): SectionMappings {
  const lines = Array.from({ length: countLines(code) }, (_, line) => segments[line] ?? []);
  const [, , line, column] = lines.findLast((it) => it.length > 0)?.at(-1) ?? [0, 0, 0, 0];
  return { text: encoded(lines), last: [line, column] };
}

/** The mappings of sections, each below the other. Only the first segment of each is relative to the section above it. */
export class JoinedMappings {
  #text = "";
  #last = { source: 0, line: 0, column: 0 };

  /** Adds lines without mappings. */
  addLines(count: number): void {
    this.#text += ";".repeat(count);
  }

  /** @param source - the index of the section's source */
  add({ text, last }: SectionMappings, source: number): void {
    const [lines = "", first, rest = ""] = /^(;*)([^;,]+)?(.*)$/.exec(text)?.slice(1) ?? [];
    this.#text += `${lines}${first === undefined ? "" : this.#following(first, source)}${rest};`;
    if (first !== undefined) this.#last = { source, line: last[0], column: last[1] };
  }

  #following(first: string, source: number): string {
    const [[[column, , line, columnInSource]]] = decoded(first) as unknown as [[Segment]];
    const { source: above, line: lineAbove, column: columnAbove } = this.#last;
    return encoded([[[column, source - above, line - lineAbove, columnInSource - columnAbove]]]);
  }

  /** As a source map has them, up to the last line. */
  get text(): string {
    return this.#text.slice(0, -1);
  }
}

function decoded(mappings: string): SourceMapSegment[][] {
  return decodedMappings(traceMap(mappings)) as SourceMapSegment[][];
}

function encoded(mappings: readonly (readonly SourceMapSegment[])[]): string {
  return encodedMappings(traceMap(mappings));
}

function traceMap(mappings: unknown): TraceMap {
  return new TraceMap({ version: 3, names: [], sources: [""], mappings } as SourceMapInput);
}
