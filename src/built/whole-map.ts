import { createRequire } from "node:module";
import type { EncodedSourceMap, SourceMapSegment } from "@jridgewell/trace-mapping";
import { hash } from "./signature.ts";

/** A source map that says what it is of. */
export interface SignedMap extends EncodedSourceMap {
  /** The hash in the header of zap.js. */
  readonly x_zapc_file: string;
  /** The hash of each source that it was made from, by its path; npm packages are left out. Earlier versions wrote none. */
  readonly x_zapc_sources?: { readonly [path: string]: string };
  /** The hash of all the rest: a map that was damaged is not taken for another. Earlier versions wrote none. */
  readonly x_zapc_map?: string;
}

/** Adds its own hash to a source map. */
export function signedMap(map: SignedMap): SignedMap {
  return { ...map, x_zapc_map: hash(JSON.stringify(map)) };
}

/** Tells whether a value is a source map at all. */
export function isSourceMap(value: unknown): value is SignedMap {
  const { version, sources, sourcesContent, names, mappings, x_zapc_file, x_zapc_sources, x_zapc_map } =
    Object(value);
  return (
    version === 3 &&
    [mappings, x_zapc_file, x_zapc_map ?? ""].every(isText) &&
    /^[A-Za-z0-9+/,;]*$/.test(mappings) &&
    [sources, sourcesContent ?? [], names].every(Array.isArray) &&
    [...sources, ...(sourcesContent ?? [])].every((text) => text === null || isText(text)) &&
    [...names, ...Object.values(Object(x_zapc_sources))].every(isText)
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/**
 * Tells whether a source map is as it was written: by its own hash or, where an earlier version wrote none, in that each place that
 * it names exists.
 */
export function isWhole({ x_zapc_map, ...map }: SignedMap, code: string): boolean {
  return x_zapc_map === undefined ? hasPlaces(map, code) : x_zapc_map === hash(JSON.stringify(map));
}

function hasPlaces(map: SignedMap, code: string): boolean {
  const { decodedMappings, TraceMap }: typeof import("@jridgewell/trace-mapping") = createRequire(
    import.meta.url,
  )("@jridgewell/trace-mapping");
  const lines = code.split("\n");
  const sources = map.sources.map((_, index) => map.sourcesContent?.[index]?.split("\n"));
  const isIn = (texts: readonly string[] | undefined, line: number, column: number) =>
    line >= 0 && column >= 0 && (texts === undefined || column <= (texts[line]?.length ?? -1));
  const exists = ([column, source, line = 0, sourceColumn = 0, name = 0]: SourceMapSegment, at: number) =>
    isIn(lines, at, column) &&
    (source === undefined || (source in sources && isIn(sources[source], line, sourceColumn))) &&
    (name === 0 || name in map.names);
  try {
    return decodedMappings(new TraceMap(map as never)).every((segments, at) =>
      segments.every((segment) => exists(segment, at)),
    );
  } catch {
    return false;
  }
}
