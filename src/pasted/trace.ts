import { originalPositionFor, sourceContentFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Built } from "./built.ts";
import { alignLines } from "./pasted-lines.ts";
import { type Position, positionsIn } from "./positions.ts";
import { indexScript, type Place, type ScriptIndex } from "./script-index.ts";
import { type Shifted, shiftOf } from "./shift.ts";

/** A trace, mapped to the sources. */
export interface Trace {
  readonly lines: readonly TraceLine[];
  /** How many lines were put before zap.js when it was pasted. */
  readonly offset: number;
}

/** One line of a trace. */
export interface TraceLine {
  /** With the places in the sources instead of those in zap.js. */
  readonly text: string;
  readonly frames: readonly SourceFrame[];
}

/** A place in the sources. */
export interface SourceFrame {
  /** Inside the scripting directory, or `node_modules/…`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The function's name in the source. */
  readonly function?: string;
  /** The text of the whole file, as it was built. */
  readonly source: string;
}

/** What is known of the file that a trace comes from. */
export interface TraceOptions {
  /** What zap.js is called in messages. */
  readonly file: string;
  /** A copy of what stands in the editor. */
  readonly pasted?: string;
  /** How many lines stand before it. */
  readonly offset?: number;
}

/**
 * Maps every position of zap.js in a trace to the sources.
 *
 * @throws {Failure} where the positions are not of this zap.js, or it is not clear which lines they mean.
 */
export function mapTrace(trace: string, built: Built, options: TraceOptions): Trace {
  // Logs in JSON, and what shows them, escape line ends.
  const text = trace.replace(/(?:\\r)?\\n(?=\s*at )/g, "\n").replace(/\r\n?/g, "\n");
  const index = indexScript(built.code);
  const { positions, shift } = shifted(positionsIn(text), index, options);
  const inMade =
    options.pasted === undefined ? (place: Place) => place : alignLines(options.pasted, built.code);
  const sourceOf = sourceFinder(built, index);
  const frames = positions.map((position) => {
    const { line, linesBefore, column } = position;
    const place = inMade({ line: line - linesBefore - shift, ...(column && { column }) });
    return { position, frame: place && sourceOf(place, position) };
  });
  return { lines: linesOf(text, frames), offset: shift };
}

function shifted(
  positions: readonly Position[],
  index: ScriptIndex,
  { file, pasted, offset }: TraceOptions,
): Shifted {
  if (offset === undefined && pasted === undefined) return shiftOf(positions, index, file);
  return { positions, shift: offset ?? 0 };
}

/** Finds what a place in zap.js comes from; undefined where zapc itself has written it. */
function sourceFinder(built: Built, index: ScriptIndex) {
  const map = new TraceMap(built.map as never);
  const original = ({ line, column = index.firstColumn(line) }: Place) => {
    if (line < 1 || column < 1) return undefined;
    const found = originalPositionFor(map, { line, column: column - 1 });
    if (found.source === null) return undefined;
    const source = sourceContentFor(map, found.source) ?? "";
    return { file: found.source, line: found.line, column: found.column + 1, source };
  };
  return (place: Place, { called }: Position): SourceFrame | undefined => {
    const found = original(place);
    if (!found) return undefined;
    const declared = index.functionAt(place);
    const name = declared ? nameAt(original(declared)) : called?.name;
    return { ...found, ...(name && { function: name }) };
  };
}

/** The identifier that begins at a place of a source. */
function nameAt(place: SourceFrame | undefined): string | undefined {
  const line = place?.source.split("\n")[place.line - 1];
  return /^[\w$]+/.exec(line?.slice((place?.column ?? 1) - 1) ?? "")?.[0];
}

interface Found {
  readonly position: Position;
  readonly frame: SourceFrame | undefined;
}

function linesOf(text: string, found: readonly Found[]): TraceLine[] {
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

/** `triggers/new_dataset.ts:12:7 in post_poll` */
function shown({ file, line, column, function: name }: SourceFrame): string {
  return `${file}:${line}:${column}${name ? ` in ${name}` : ""}`;
}
