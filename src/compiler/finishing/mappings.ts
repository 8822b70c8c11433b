import { decodedMappings, encodedMappings, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";

/** A source, and a line and a column in it, from 0. */
export type Place = readonly [source: number, line: number, column: number];

/** The place that mappings end at, if those before them end at the start. */
export function endOf(mappings: string): Place {
  const segments = decodedMappings(mapWith(mappings)).flat();
  const [, source = 0, line = 0, column = 0] = segments.findLast(({ length }) => length > 1) ?? [];
  return [source, line, column];
}

/**
 * The mappings where what stands before them ends by so much further on. Each place in them is told by how far it is from the
 * one before, so that only the first is another.
 */
export function moved(mappings: string, [source, line, column]: Place): string {
  const [start = ""] = /^;*/.exec(mappings) ?? [];
  const [first = ""] = /^[^,;]*/.exec(mappings.slice(start.length)) ?? [];
  const [[[at, ...place] = []] = []] = decodedMappings(mapWith(first));
  const [ofSource, ofLine, ofColumn] = place;
  if (at === undefined || ofSource === undefined) return mappings;
  const segment = [at, ofSource + source, (ofLine as number) + line, (ofColumn as number) + column];
  return start + encodedMappings(mapWith([[segment]])) + mappings.slice(start.length + first.length);
}

/** A map of nothing but mappings, encoded or decoded. */
function mapWith(mappings: unknown): TraceMap {
  return new TraceMap({ version: 3, names: [], sources: [], mappings } as SourceMapInput);
}
