import type { Discovered } from "../source/discover.ts";
import { lineIndex, linesOf } from "../source/line-index.ts";
import { withComment } from "./script-parts.ts";

/** A method as its author wrote it. */
export interface MethodSource {
  /** Inside the scripting directory. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Undefined where the file takes the method from elsewhere. */
  readonly text?: string;
}

/** The source of each method, with the comment above it, by its name in `Zap`. */
export function methodSources({ declarations }: Discovered): Map<string, MethodSource> {
  return new Map(
    declarations.flatMap(({ source: { path, text }, methods }) => {
      const lines = linesOf(text);
      const placeOf = lineIndex(text);
      return methods.map(({ name, offset, written }) => {
        const [start, end] = written?.range ?? [offset, undefined];
        const { line } = placeOf(start);
        if (end === undefined) return [name, { file: path, line }];
        const first = withComment(line - 1, lines);
        const last = placeOf(end).line;
        return [name, { file: path, line: first + 1, text: lines.slice(first, last).join("") }];
      });
    }),
  );
}
