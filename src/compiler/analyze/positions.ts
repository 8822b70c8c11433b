import type { SourceMapSegment } from "@jridgewell/trace-mapping";
import { originOf } from "../bundle/edits.ts";
import type { BundledModule } from "../bundle/prepare.ts";
import type { Part } from "./parts.ts";

/** Tells where what stands in a part of the bundle comes from. */
export interface Positions {
  /** The offset in the source that an offset of the part comes from; undefined where it comes from nowhere. */
  readonly sourceOffset: (offset: number) => number | undefined;
  /** The same of the nearest before it that is known. */
  readonly nearestOffset: (offset: number) => number | undefined;
  /** The name in the source, where esbuild gave it another. */
  readonly originalName: (offset: number) => string | undefined;
}

interface MappedPart {
  readonly part: Part;
  /** The mappings of the whole bundle. */
  readonly lines: readonly (readonly SourceMapSegment[])[];
  readonly names: readonly string[];
  /** The module, or data as it is written. */
  readonly module: Pick<BundledModule, "code" | "edits">;
}

/** Marks an offset that is not known. */
const NOWHERE = -1;

/** Finds where the nodes of a part come from: esbuild tells it of each, to the character. */
export function positionsOf({ part, lines, names, module }: MappedPart): Positions {
  const origin = originOf(module.edits);
  const starts = lineStarts(module.code);
  // An entry for each offset: esbuild maps so many of them that a Map takes longer, and more memory.
  const offsets = new Int32Array(part.code.length + 1).fill(NOWHERE);
  const originals = new Map<number, string>();
  let [lineStart, last] = [0, -1];
  for (let line = part.firstLine; lineStart < part.code.length; line++) {
    const end = part.code.indexOf("\n", lineStart);
    for (const [column, , sourceLine, sourceColumn, name] of lines[line] ?? []) {
      if (sourceLine === undefined || sourceColumn === undefined) continue;
      const offset = origin((starts[sourceLine] ?? 0) + sourceColumn);
      // esbuild begins a line with where the last one ended, or with its statement: in front of the indentation, or of the space
      // behind `if (a)`.
      if (column > 0 || offset !== last) {
        const at = firstCharacter(part.code, lineStart + column);
        offsets[at] = offset;
        if (name !== undefined) originals.set(at, names[name] as string);
      }
      last = offset;
    }
    if (end === -1) break;
    lineStart = end + 1;
  }
  const sourceOffset = (offset: number) => {
    const found = offset < 0 ? NOWHERE : offsets[offset];
    return found === NOWHERE ? undefined : found;
  };
  return {
    sourceOffset,
    nearestOffset: (offset) => {
      for (let at = offset; at >= 0; at--) if (sourceOffset(at) !== undefined) return sourceOffset(at);
      return undefined;
    },
    originalName: (offset) => originals.get(offset),
  };
}

function firstCharacter(code: string, start: number): number {
  let at = start;
  while (code.charAt(at) === " ") at++;
  return at;
}

/** The offsets at which lines begin, as esbuild counts them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
}
