import type { SourceMapSegment } from "@jridgewell/trace-mapping";
import type MagicString from "magic-string";
import { lineIndex } from "../line-index.ts";
import type { Script } from "./script.ts";

/** The lines of zap.js, with where each comes from. */
export interface MappedLines {
  readonly lines: readonly string[];
  readonly mappings: readonly (readonly SourceMapSegment[])[];
}

/**
 * The edited section as a part of the body of a function: indented, and without the blank lines that are there because something
 * else is not.
 */
export function enclose({ code, edit, outdented, indented }: Script): MappedLines {
  const map = edit.generateDecodedMap({});
  const lineAt = lineIndex(code);
  const ranges = (shifted: Script["outdented"]) =>
    shifted.map(({ start, end }) => ({ first: lineAt(start).line, last: lineAt(end - 1).line }));
  const [outside, inside] = [ranges(outdented), ranges(indented)];
  const origins = linesOf(map);
  const lines: string[] = [];
  const mappings: SourceMapSegment[][] = [];
  let above = "";
  edit
    .toString()
    .split("\n")
    .forEach((text, index) => {
      const isSuperfluous = text === "" && above === "";
      above = text;
      if (isSuperfluous) return;
      const line = origins[index] as number;
      const holds = ({ first, last }: { first: number; last: number }) => first <= line && line <= last;
      const levels = 1 + inside.filter(holds).length - outside.filter(holds).length;
      const columns = text === "" ? 0 : 2 * levels;
      lines.push(columns < 0 ? text.slice(-columns) : " ".repeat(columns) + text);
      mappings.push(shifted((map.mappings[index] ?? []) as SourceMapSegment[], columns));
    });
  if (lines.at(-1) === "") lines.pop();
  return { lines, mappings };
}

/** The line of the bundle that each line comes from, from 1; the line above, where it is new. */
function linesOf({ mappings }: ReturnType<MagicString["generateDecodedMap"]>): number[] {
  let line = 1;
  return mappings.map(([first]) => {
    line = first?.[2] === undefined ? line : first[2] + 1;
    return line;
  });
}

function shifted(segments: readonly SourceMapSegment[], columns: number): SourceMapSegment[] {
  return segments.map(
    ([column, ...origin]) => [Math.max(column + columns, 0), ...origin] as SourceMapSegment,
  );
}
