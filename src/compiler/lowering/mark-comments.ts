import type { Comment } from "oxc-parser";
import { lineIndex } from "../line-index.ts";
import type { Source } from "../source.ts";
import { type Enclosing, enclosingOf } from "./enclosing.ts";
import { type Gap, gapsBetween } from "./gaps.ts";
import type { Marks } from "./marks.ts";

/** A comment or a blank line of a source, kept here while the source is lowered and bundled. */
export interface Kept {
  readonly kind: KeptKind;
  /** As it is written, but for the indentation of its first line; empty for a blank line. */
  readonly text: string;
  /** The statement of a file that it belongs to: it goes where that goes. */
  readonly statement?: { readonly path: string; readonly line: number; readonly is: "next" | "previous" };
  /** The line of the statement that it stands in, above which it goes where it cannot stay. */
  readonly inStatement?: number;
}

export type KeptKind = "blank line" | "own line" | "end of line" | "inline";

/** What is kept, by the numbers in its marks. */
export interface KeptByNumber {
  readonly [number: number]: Kept;
}

/** `ZAPC_COMMENT(7);` stands for what is kept under 7 until the file is wrapped. */
export const commentMarker = "ZAPC_COMMENT";

// For tools, not for readers. `@__PURE__` is for the bundler, which takes it out.
const isDirective = /^[#@]\s*source(?:Mapping)?URL=|^\s*@ts-|^\s*biome-ignore|^\/\s*<(?:reference|amd)/;
// How far it is looked for the next member of a chain, behind further comments.
const MOST_CHARACTERS = 2000;
const isForBundler = /^\s*[#@]__PURE__/;

/**
 * Replaces the comments and the blank lines of a source by marks that survive esbuild, which drops both:
 *
 *   // why               -> ZAPC_COMMENT(7);   between statements
 *   f(a, // why          -> f(a, //!8          anywhere else
 *
 * @param keep - keeps one of them and gives its number.
 */
export function markComments(source: Source, keep: (kept: Kept) => number, marks: Marks): void {
  const { text, parsed } = source;
  const gaps = gapsBetween(source);
  let found: Enclosing | undefined;
  // Most files have no comment that stands in a statement.
  const enclosing = () => {
    found ??= enclosingOf(source);
    return found;
  };
  const lineAt = lineIndex(text);
  const inGap = new Map<Gap, Comment[]>();
  let index = 0;
  for (const comment of parsed.comments) {
    while (index < gaps.length && (gaps[index] as Gap).end < comment.end) index++;
    const gap = gaps[index];
    if (gap && gap.start <= comment.start) inGap.set(gap, [...(inGap.get(gap) ?? []), comment]);
    else markComment(comment);
  }
  for (const gap of gaps) {
    let start = gap.start;
    for (const comment of inGap.get(gap) ?? []) {
      markBlankLines(start, comment.start, gap);
      markComment(comment, gap);
      start = comment.end;
    }
    markBlankLines(start, gap.end, gap);
  }

  function markComment(comment: Comment, gap?: Gap): void {
    const { start, end, value, type } = comment;
    if (isForBundler.test(value)) return;
    const lineEnd = value.includes("\n") ? "\n" : "";
    if (isDirective.test(value)) {
      marks.replace(start, end, lineEnd || " ");
      return;
    }
    const block = gap ? undefined : enclosing().blockAfter(start);
    if (block !== undefined) {
      const number = keep({ ...keptComment(comment), kind: "own line" });
      marks.insert(block, `\n${commentMarker}(${number});`);
      marks.replace(start, end, lineEnd || " ");
      return;
    }
    const number = keep(keptComment(comment, gap));
    const chain = chainAround(comment);
    if (chain) {
      marks.insert(chain, `.${commentMarker}_${number}`);
      marks.replace(start, end, " ");
      return;
    }
    if (gap?.isForStatements) marks.replace(start, end, `\n${commentMarker}(${number});`);
    else marks.replace(start, end, type === "Line" ? `//!${number}` : `/*!${number}${lineEnd}*/`);
  }

  /** Where the member or the call ends that a comment in a chain follows: there the mark becomes a member of the chain. */
  function chainAround({ end, start }: Comment): number | undefined {
    if (!/^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*\.[A-Za-z_$]/.test(text.slice(end, end + MOST_CHARACTERS)))
      return undefined;
    let before = start;
    for (let found = true; found; ) {
      const trimmed = text.slice(0, before).trimEnd().length;
      const comment = parsed.comments.find((it) => it.end === trimmed);
      found = comment !== undefined;
      before = comment ? comment.start : trimmed;
    }
    return text[before - 1] === ")" ? before : undefined;
  }

  function keptComment({ start, end, type, value }: Comment, gap?: Gap): Kept {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const before = text.slice(lineStart, start);
    const after = type === "Block" ? /^[ \t]*([^\s)\]}/,;]?)/.exec(text.slice(end, end + 200))?.[1] : "";
    const followsCode = before.trim() !== "" && !gap?.isOpening;
    const kind = after ? "inline" : followsCode ? "end of line" : "own line";
    const lines = text.slice(start, end).split("\n");
    const indentation = new RegExp(`^[ \\t]{0,${/^[ \t]*/.exec(before)?.[0].length}}`);
    const [first, ...rest] = isFallsThrough(value) ? ["/* falls through */"] : lines;
    const dedented = [first, ...rest.map((line) => line.replace(indentation, ""))];
    const around = gap ? undefined : enclosing().statementAround(start);
    return {
      kind,
      text: dedented.map((line) => line?.trimEnd()).join("\n"),
      ...owner(kind, end, gap),
      ...(around && { inStatement: lineAt(around.start).line }),
    };
  }

  function owner(kind: KeptKind, end: number, gap: Gap | undefined): Pick<Kept, "statement"> {
    const is = kind === "end of line" ? "previous" : "next";
    const statement = gap?.[is];
    const isApart = is === "next" && statement && /\n[ \t]*\n/.test(text.slice(end, statement.start));
    if (!statement || isApart) return {};
    return { statement: { path: source.path, line: lineAt(statement.start).line, is } };
  }

  function markBlankLines(start: number, end: number, gap: Gap): void {
    for (const { index } of text.slice(start, end).matchAll(/\n(?=[ \t]*\n)(?:[ \t]*\n)*/g)) {
      const number = keep({ kind: "blank line", text: "" });
      marks.insert(start + index + 1, gap.isForStatements ? `${commentMarker}(${number});` : `//!${number}`);
    }
  }
}

/** JSHint knows `/* falls through *\/` only. */
function isFallsThrough(value: string): boolean {
  return /^\s*falls?[ -]?through\.?\s*$/i.test(value);
}
