import {
  encodedMappings,
  type SourceMapInput,
  type SourceMapSegment,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { lineIndex } from "../../source/line-index.ts";
import type { Positions } from "../analyze/positions.ts";
import type { Laid } from "./doc.ts";

/** The mappings of a source map of one source: where in it each mark of a printed module comes from. */
export function mappingsOf(marks: Laid["marks"], { sourceOffset }: Positions, text: string): string {
  const placeOf = lineIndex(text);
  const segments = marks.map((line) =>
    line.flatMap(([column, mark]): SourceMapSegment[] => {
      const offset = sourceOffset(mark);
      if (offset === undefined) return [];
      const place = placeOf(offset);
      return [[column, 0, place.line - 1, place.column - 1]];
    }),
  );
  return encoded(segments);
}

export function encoded(mappings: readonly (readonly SourceMapSegment[])[]): string {
  const map: unknown = { version: 3, names: [], sources: [""], mappings };
  return encodedMappings(new TraceMap(map as SourceMapInput));
}
