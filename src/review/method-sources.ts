import type { Discovered } from "../source/discover.ts";
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
    declarations.flatMap(({ source: { path, text }, methods }) =>
      methods.map(({ name, offset, written }) => {
        const [start, end] = written?.range ?? [offset, undefined];
        const lines = text.split(/(?<=\n)/);
        const line = text.slice(0, start).split("\n").length - 1;
        if (end === undefined) return [name, { file: path, line: line + 1 }];
        const first = withComment(line, lines);
        const last = text.slice(0, end).split("\n").length;
        return [name, { file: path, line: first + 1, text: lines.slice(first, last).join("") }];
      }),
    ),
  );
}
