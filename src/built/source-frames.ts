import { originalPositionFor, sourceContentFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Built } from "./built.ts";
import type { TracePosition } from "./positions.ts";
import type { BuiltPosition, ScriptIndex } from "./script-index.ts";

/** A place in the sources. */
export interface SourceFrame {
  /** Inside the scripting directory, or `node_modules/…`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The function's name in the source. */
  readonly function?: string;
}

/** A place in the sources, with the text of the whole file as it was built. */
export interface QuotedFrame extends SourceFrame {
  readonly source: string;
}

/** The text of a source, as it was built. */
export function sourceText({ map }: Built, file: string): string {
  const index = map.sources.indexOf(file);
  return map.sourcesContent?.[index] ?? "";
}

/** Finds the source of a place in zap.js; undefined where zapc itself has written it. */
export type FindSource = (place: BuiltPosition, position: TracePosition) => QuotedFrame | undefined;

/** Reads the source map of a zap.js, to find sources by. */
export function sourceFinder(built: Built, index: ScriptIndex): FindSource {
  const map = new TraceMap(built.map as never);
  const original = ({ line, column = index.firstColumn(line) }: BuiltPosition) => {
    if (line < 1 || column < 1) return undefined;
    const found = originalPositionFor(map, { line, column: column - 1 });
    if (found.source === null) return undefined;
    const source = sourceContentFor(map, found.source) ?? "";
    return { file: found.source, line: found.line, column: found.column + 1, source };
  };
  return (place, { called }) => {
    const found = original(place);
    if (!found) return undefined;
    const declared = index.functionAt(place);
    const name = declared ? nameAt(original(declared)) : called?.name;
    return { ...found, ...(name && { function: name }) };
  };
}

/** The identifier that begins at a place of a source. */
function nameAt(place: QuotedFrame | undefined): string | undefined {
  const line = place?.source.split("\n")[place.line - 1];
  return /^[\w$]+/.exec(line?.slice((place?.column ?? 1) - 1) ?? "")?.[0];
}

/** A position in a text, and the source that it comes from; undefined where there is none. */
export interface FoundFrame {
  readonly position: TracePosition;
  readonly frame: QuotedFrame | undefined;
}

/** One line of a text. */
export interface MappedLine {
  /** The text with the places in the sources instead of those in zap.js. */
  readonly text: string;
  readonly frames: readonly QuotedFrame[];
}

/**
 * Writes the sources in place of the positions in zap.js.
 *
 * @param shown - how a place in the sources is written
 */
export function mappedLines(
  text: string,
  found: readonly FoundFrame[],
  shown: (frame: SourceFrame) => string,
): MappedLine[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const end = start + line.length;
    const here = found.filter(({ position }) => position.start >= start && position.start < end);
    const replaced = here.reduceRight((rest, { position, frame }) => {
      if (!frame) return rest;
      return `${rest.slice(0, position.start - start)}${shown(frame)}${rest.slice(position.end - start)}`;
    }, line);
    start = end + 1;
    return { text: replaced, frames: here.flatMap(({ frame }) => frame ?? []) };
  });
}
