import type { Built } from "../built/built.ts";
import { positionsIn, type TracePosition } from "../built/positions.ts";
import { type BuiltPosition, indexScript, type ScriptIndex } from "../built/script-index.ts";
import { type MappedLine, mappedLines, type SourceFrame, sourceFinder } from "../built/source-frames.ts";
import { alignLines } from "./pasted-lines.ts";
import { type ShiftedTrace, shiftOf } from "./shift.ts";

/** A trace, mapped to the sources. */
export interface Trace {
  readonly lines: readonly MappedLine[];
  /** The number of lines that were put before zap.js when it was pasted. */
  readonly offset: number;
}

/** The facts about the file that a trace comes from. */
export interface TraceOptions {
  /** The name of zap.js in messages. */
  readonly file: string;
  /** A copy of what stands in the editor. */
  readonly pasted?: string;
  /** The number of lines before it. */
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
    options.pasted === undefined ? (place: BuiltPosition) => place : alignLines(options.pasted, built.code);
  const sourceOf = sourceFinder(built, index);
  const frames = positions.map((position) => {
    const { line, linesBefore, column } = position;
    const place = inMade({ line: line - linesBefore - shift, ...(column && { column }) });
    return { position, frame: place && sourceOf(place, position) };
  });
  return { lines: mappedLines(text, frames, shown), offset: shift };
}

function shifted(
  positions: readonly TracePosition[],
  index: ScriptIndex,
  { file, pasted, offset }: TraceOptions,
): ShiftedTrace {
  if (offset === undefined && pasted === undefined) return shiftOf(positions, index, file);
  return { positions, shift: offset ?? 0 };
}

/** `triggers/new_dataset.ts:12:7 in post_poll` */
function shown({ file, line, column, function: name }: SourceFrame): string {
  return `${file}:${line}:${column}${name ? ` in ${name}` : ""}`;
}
