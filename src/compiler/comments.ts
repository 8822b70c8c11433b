import { originalPositionFor, type TraceMap } from "@jridgewell/trace-mapping";
import type { CallExpression, Comment, ExpressionStatement, Literal, Node, Program } from "acorn";
import type MagicString from "magic-string";
import { firstAfter, lineIndex } from "./line-index.ts";
import { commentMarker, type Kept, type KeptByNumber, type KeptKind } from "./mark-comments.ts";
import type { Nodes } from "./nodes.ts";

/** The bundle, with where it comes from and what its marks stand for. */
export interface MarkedCode {
  readonly code: string;
  readonly program: Program;
  readonly nodes: Nodes;
  readonly comments: readonly Comment[];
  /** Where it comes from. */
  readonly trace: TraceMap;
  readonly kept: KeptByNumber;
}

/** A mark, or any other comment, in the bundle. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kept: Kept | undefined;
}

/** A mark whose comment comes back. */
interface Place extends Mark {
  readonly kept: Kept;
  readonly code: string;
  readonly lineStart: number;
  /** Whether the line before ends in code. */
  readonly isAfterCode: boolean;
}

/** How each kind of comment comes back. */
const restore: { readonly [kind in KeptKind]: (place: Place, edit: MagicString) => void } = {
  "blank line": ({ lineStart, end }, edit) => {
    edit.remove(lineStart, end);
  },
  "own line": (place, edit) => {
    edit.overwrite(place.start, place.end, indented(place));
  },
  "end of line": (place, edit) => {
    if (place.isAfterCode) edit.overwrite(place.lineStart - 1, place.end, ` ${indented(place)}`);
    else restore["own line"](place, edit);
  },
  inline: (place, edit) => {
    restore["own line"](place, edit);
    const [space = ""] = /^\s*(?![\s}\])])/.exec(place.code.slice(place.end, place.end + 200)) ?? [];
    if (space) edit.overwrite(place.end, place.end + space.length, " ");
  },
};

function indented({ code, lineStart, kept }: Place): string {
  const [indentation] = /^[ \t]*/.exec(code.slice(lineStart, lineStart + 200)) as RegExpExecArray;
  return kept.text.replace(/\n(?=.)/g, `\n${indentation}`);
}

// What esbuild writes above each module: `// triggers/new_dataset.ts`.
const heading = /^ (?:.*(?=node_modules\/)|(?:\.\.\/)*)(.+\.[cm]?[jt]s(?:on)?)$|^ zapc:helpers$/;

/** Where each module begins. */
export function moduleHeadings(
  comments: readonly Comment[],
): { readonly start: number; readonly path: string }[] {
  return comments.flatMap(({ start, value }) => {
    const found = heading.exec(value);
    return found ? [{ start, path: found[1] ?? "" }] : [];
  });
}

/** Puts the comments in the place of their marks, without those of what was dropped, and sets modules apart. */
export function restoreComments(marked: MarkedCode, edit: MagicString): void {
  const { code, program, comments } = marked;
  const marks = marksIn(marked);
  const ofMarks = new Set(marks.filter(({ kept }) => kept).map(({ start }) => start));
  const statements = program.body.filter(
    ({ start, type }) => !ofMarks.has(start) && !type.startsWith("Export"),
  );
  const belongs = belonging(marked, statements);
  const isEmpty = emptyModules(comments, statements);
  const restored = new Set<Kept>();
  marks.forEach(({ start, end, kept }, index) => {
    const lineStart = code.lastIndexOf("\n", start - 1) + 1;
    const startsLine = code.slice(lineStart, start).trim() === "";
    if (kept && !restored.has(kept) && belongs(start, kept) && !isEmpty(start)) {
      const isAfterCode = startsLine && lineStart > 0 && (marks[index - 1]?.end ?? 0) < lineStart - 1;
      restore[kept.kind]({ start, end, kept, code, lineStart, isAfterCode }, edit);
      restored.add(kept);
      return;
    }
    const module = heading.exec(code.slice(start + 2, end));
    if (!kept && module?.[1] && !isEmpty(start)) edit.overwrite(start, end, `\n// ${module[1]}`);
    else if (startsLine && lineStart > 0) edit.remove(lineStart - 1, end);
    else edit.remove(start, code[end] === " " ? end + 1 : end);
  });
}

/** The marks and the comments of the bundle, in the order of the text. */
function marksIn({ nodes, comments, kept }: MarkedCode): Mark[] {
  const marks: Mark[] = comments.map(({ start, end, value }) => {
    const number = /^!(\d+)\s*$/.exec(value)?.[1];
    return { start, end, kept: number === undefined ? undefined : kept[Number(number)] };
  });
  for (const node of nodes.ofType("ExpressionStatement")) {
    const number = markedNumber(node);
    if (number !== undefined) marks.push({ start: node.start, end: node.end, kept: kept[number] });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** `ZAPC_COMMENT(7);` -> 7 */
export function markedNumber(node: Node): number | undefined {
  const { expression } = node as ExpressionStatement;
  if (node.type !== "ExpressionStatement" || expression.type !== "CallExpression") return undefined;
  const {
    callee,
    arguments: [number],
  } = expression as CallExpression;
  const isMark = callee.type === "Identifier" && callee.name === commentMarker;
  return isMark ? ((number as Literal).value as number) : undefined;
}

/** Whether the statement that something kept belongs to is still beside its mark. */
function belonging({ code, trace }: MarkedCode, statements: readonly Node[]) {
  const positionAt = lineIndex(code);
  return (offset: number, { statement }: Kept): boolean => {
    if (!statement) return true;
    const next = firstAfter(statements, offset, ({ start }) => start);
    const beside = statements[statement.is === "next" ? next : next - 1];
    if (!beside) return false;
    const { line, column } = positionAt(beside.start);
    const original = originalPositionFor(trace, { line, column: column - 1 });
    return original.source === statement.path && original.line === statement.line;
  };
}

/** Tells of an offset whether it is in a module of which nothing but comments is left. */
function emptyModules(comments: readonly Comment[], statements: readonly Node[]) {
  const headings = moduleHeadings(comments).map(({ start }) => start);
  return (offset: number): boolean => {
    const next = firstAfter(headings, offset, (start) => start);
    const start = headings[next - 1] ?? 0;
    const first = statements[firstAfter(statements, start, (statement) => statement.start)];
    return !first || first.start > (headings[next] ?? Infinity);
  };
}
