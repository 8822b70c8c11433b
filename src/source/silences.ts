import type { Diagnostic } from "../model/diagnostic.ts";
import { positionAt, type Source } from "./source.ts";

/** A comment that silences findings of one rule at its place: `// zapc-ignore ZDW002 -- the API has no shorter name`. */
export interface Silence {
  /** The absolute path of the file. */
  readonly file: string;
  /** The line of the comment. */
  readonly line: number;
  readonly column: number;
  /** The line whose findings it silences: its own, or the next that has code. */
  readonly of: number;
  readonly rule: string;
  /** Undefined where it gives none: it then silences nothing. */
  readonly reason: string | undefined;
}

/** The comments of a source that silence findings. */
export function silencesIn(source: Pick<Source, "file" | "text" | "parsed">): Silence[] {
  const { file, text } = source;
  // Most files have none, and need not be parsed.
  if (!text.includes("zapc-ignore")) return [];
  return source.parsed.comments.flatMap(({ value, start, end }) =>
    [...value.matchAll(/\bzapc-ignore +([\w-]+)(?: *-- *(\S.*?))? *(?:\*|$)/gm)].map(
      ([, rule = "", reason]) => {
        const { line, column } = positionAt(text, start);
        return { file, line, column, of: silencedLine(text, start, end), rule, reason };
      },
    ),
  );
}

/** Tells whether a comment silences a finding. */
export function isSilencing(
  { file, of, rule, reason }: Silence,
  found: Pick<Diagnostic, "code" | "file" | "line">,
): boolean {
  return reason !== undefined && rule === found.code && file === found.file && of === found.line;
}

/** The line of the comment where code stands before it, else that of the next code. */
function silencedLine(text: string, start: number, end: number): number {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (before.trim() !== "") return positionAt(text, start).line;
  const gap = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(text.slice(end))?.[0].length ?? 0;
  return positionAt(text, end + gap).line;
}

/** The comment that silences a finding. */
export function silenceLine(rule: string): string {
  return `// zapc-ignore ${rule} -- reason`;
}
