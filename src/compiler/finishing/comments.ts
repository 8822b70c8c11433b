import { originalPositionFor } from "@jridgewell/trace-mapping";
import type { CallExpression, ExpressionStatement, Literal, Node } from "acorn";
import type MagicString from "magic-string";
import { firstAfter, lineIndex } from "../line-index.ts";
import { commentMarker, type Kept, type KeptKind } from "../lowering/mark-comments.ts";
import { indentationAt, type Script } from "./script.ts";

/** A mark, or any other comment. */
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

/**
 * Puts the comments in the place of their marks, without those of what was dropped.
 *
 * @param inChains - those that are back already
 */
export function restoreComments(script: Script, inChains: ReadonlySet<Kept>): void {
  const { code, program, edit } = script;
  const marks = marksIn(script);
  const ofMarks = new Set(marks.filter(({ kept }) => kept).map(({ start }) => start));
  const statements = program.body.filter(({ start }) => !ofMarks.has(start));
  const belongs = belonging(script, statements);
  const restored = new Set(inChains);
  marks.forEach(({ start, end, kept }, index) => {
    const lineStart = code.lastIndexOf("\n", start - 1) + 1;
    const startsLine = code.slice(lineStart, start).trim() === "";
    if (kept && !restored.has(kept) && belongs(start, kept)) {
      const isAfterCode = startsLine && lineStart > 0 && (marks[index - 1]?.end ?? 0) < lineStart - 1;
      restore[kept.kind]({ start, end, kept, code, lineStart, isAfterCode }, edit);
      restored.add(kept);
      return;
    }
    const endsLine = code[end] === "\n" || end === code.length;
    if (startsLine && endsLine && lineStart > 0) edit.remove(lineStart - 1, end);
    else edit.remove(start, code[end] === " " ? end + 1 : end);
  });
  restoreAbove(script, restored);
}

const lists = ["Program", "BlockStatement", "SwitchCase", "StaticBlock"];

/** Puts what could not stay where it was above the statement that it stood in. */
function restoreAbove({ code, nodes, kept, trace, edit }: Script, restored: ReadonlySet<Kept>): void {
  const lost = Object.values(kept).filter((it) => it.inStatement !== undefined && !restored.has(it));
  if (lost.length === 0) return;
  const positionAt = lineIndex(code);
  const statements = new Map<number | null, Node>();
  for (const node of nodes.all) {
    if (!lists.includes(nodes.parentOf(node)?.type ?? "")) continue;
    const { line, column } = positionAt(node.start);
    const original = originalPositionFor(trace, { line, column: column - 1 });
    if (!statements.has(original.line)) statements.set(original.line, node);
  }
  for (const { inStatement, text } of lost) {
    const statement = statements.get(inStatement as number);
    if (!statement) continue;
    const indentation = indentationAt(code, statement.start);
    const comment = text.replace(/\n(?=.)/g, `\n${indentation}`);
    edit.appendRight(statement.start, `${comment}\n${indentation}`);
  }
}

/** The marks and the comments, in the order of the text. */
function marksIn({ nodes, comments, kept }: Script): Mark[] {
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
function belonging({ code, trace }: Script, statements: readonly Node[]) {
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
