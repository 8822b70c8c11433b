import type { SourceMapInput } from "@jridgewell/remapping";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Comment, Program } from "acorn";
import type MagicString from "magic-string";
import { type Node, Visitor } from "oxc-parser";
import { positionAt, type Source } from "./source.ts";

/*
 * TypeScript keeps comments and drops blank lines; esbuild drops both, except for comments that begin with `!`. So the
 * comments of a source are marked before it is lowered, and unmarked in the bundle:
 *
 *   // why               -> //! why
 *   (a blank line)       -> //!~
 *   call(); // why       -> call(); //!< why     esbuild moves it to a line of its own
 *   /** Doc *\/          -> /*!@12@* Doc *\/     it belongs to the statement of line 12, and goes where that goes
 */
const mark = /^!(?:(~)|(<)|@(\d+)@)?/;

// For tools, not for readers.
const directive = /^\s*[#@]__PURE__|^\s*@ts-|^\s*biome-ignore|^\//;

// What esbuild writes above each module: `// triggers/new_dataset.ts`.
const heading = /^ (?:\.\.\/)*(.+\.[cm]?[jt]s)$|^ zapc:helpers$/;

/** A place where only white space and comments can stand: before, between or after the statements of a list. */
interface Gap {
  readonly start: number;
  readonly end: number;
  /** The statement of the file itself that the gap is before. */
  readonly statement?: Node;
}

/** Marks the comments and the blank lines of a source, so that they survive the bundler. */
export function markComments(source: Source, edit: MagicString): void {
  const { text, parsed } = source;
  const gaps = gapsBetweenStatements(source);
  for (const comment of parsed.comments) {
    if (directive.test(comment.value)) continue;
    const gap = gaps.find(({ start, end }) => start <= comment.start && comment.end <= end);
    edit.appendLeft(comment.start + 2, markFor(text, comment, gap));
  }
  for (const { start, end } of gaps) {
    for (const match of text.slice(start, end).matchAll(/\n[ \t]*(?=\n)/g)) {
      const offset = start + match.index + 1;
      const isInside = parsed.comments.some((it) => it.start < offset && offset < it.end);
      if (!isInside) edit.appendLeft(offset, "//!~");
    }
  }
}

function markFor(text: string, comment: { start: number; end: number }, gap: Gap | undefined): string {
  if (gap && gap.start > 0 && !text.slice(gap.start, comment.start).includes("\n")) return "!<";
  const isAttached = gap?.statement && !/\n[ \t]*\n/.test(text.slice(comment.end, gap.statement.start));
  return isAttached ? `!@${positionAt(text, gap.statement.start).line}@` : "!";
}

function gapsBetweenStatements({ parsed: { program } }: Source): Gap[] {
  const gaps: Gap[] = [];
  const add = (statements: readonly Node[], end: number) => {
    statements.forEach((statement, index) => {
      const next = statements[index + 1];
      const isOfFile = statements === program.body;
      gaps.push({ start: statement.end, end: next?.start ?? end, ...(isOfFile && { statement: next }) });
    });
  };
  const [first] = program.body;
  if (first) gaps.push({ start: 0, end: first.start, statement: first });
  new Visitor({
    Program: (node) => add(node.body, node.end),
    BlockStatement: (node) => add(node.body, node.end),
    ClassBody: (node) => add(node.body, node.end),
    SwitchCase: (node) => add(node.consequent, node.end),
  }).visit(program);
  return gaps;
}

/** The bundle, with where it comes from. */
export interface CommentedCode {
  readonly code: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly map: SourceMapInput;
}

/** Takes the marks out of the bundle again, drops the comments of what was dropped, and sets modules apart. */
export function restoreComments({ code, program, comments, map }: CommentedCode, edit: MagicString): void {
  const trace = new TraceMap(map as never);
  let module = "";
  comments.forEach((comment, index) => {
    const lineStart = code.lastIndexOf("\n", comment.start) + 1;
    const followsComment = comments[index - 1]?.end === lineStart - 1;
    const headed = heading.exec(comment.value);
    const marked = mark.exec(comment.value);
    if (headed) {
      module = headed[1] ?? "";
      edit.overwrite(comment.start, comment.end, module && `\n// ${module}`);
    } else if (directive.test(comment.value)) {
      edit.remove(comment.start, comment.end + 1);
    } else if (marked) {
      const [whole, isBlank, isTrailing, line] = marked;
      const next = program.body.find(({ start }) => start > comment.end);
      if (isBlank || (line && !isAbove(next, Number(line)))) edit.remove(lineStart, comment.end);
      else edit.remove(comment.start + 2, comment.start + 2 + whole.length);
      // A comment cannot end the line of another comment.
      if (isTrailing && !followsComment) edit.overwrite(lineStart - 1, comment.start, " ");
    }
  });

  function isAbove(statement: Program["body"][number] | undefined, line: number): boolean {
    if (!statement) return false;
    const { line: row, column } = positionAt(code, statement.start);
    const original = originalPositionFor(trace, { line: row, column: column - 1 });
    return original.line === line && (module === "" || original.source === module);
  }
}
