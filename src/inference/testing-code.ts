import type { Comment, Program } from "acorn";
import { parse } from "acorn";

/** Code of a testing tool in a script, which does not run on the platform. */
export interface TestingCode {
  readonly kind: "block" | "module";
  /** From 1. */
  readonly line: number;
  /** The last line of it. */
  readonly end: number;
  /** `The HEAD block`, `module.exports = Zap` */
  readonly what: string;
}

/** A comment that is a marker alone: `HEAD`, `/FOOTER`, `END HEAD`, `--- FOOT ---`. In small letters it is a heading. */
const marker =
  /^[^A-Za-z]*(?:(?:[Bb]egin|[Ss]tart|[Ee]nd|BEGIN|START|END)[^A-Za-z]*)?(?<name>HEAD|FOOT)(?:ER)?[^A-Za-z]*(?:[Bb]egin|[Ss]tart|[Ee]nd|BEGIN|START|END)?[^A-Za-z]*$/;

/** The names, unless they are those of properties. */
const asksForModule = /(?<![.\w$])(module|exports)\b/;

/**
 * Finds what testing tools have put into a script so that it runs in Node.js: blocks between comments HEAD and FOOT, however
 * they are spelt, and what asks for `module` or `exports`, which the platform does not have.
 */
export function testingCode(source: string): TestingCode[] {
  const comments: Comment[] = [];
  let program: Program;
  try {
    program = parse(source, {
      ecmaVersion: "latest",
      allowReturnOutsideFunction: true,
      locations: true,
      onComment: comments,
    });
  } catch {
    return blocksIn(commentLines(source));
  }
  const markers = comments.flatMap(({ value, loc }) => (loc ? markerIn(value, loc.start.line) : []));
  const blocks = blocksIn(markers);
  const inBlock = (line: number) => blocks.some((block) => block.line <= line && line <= block.end);
  const declaresThem = /\b(var|let|const|function)\s+(module|exports)\b/.test(source);
  const others = (declaresThem ? [] : program.body).flatMap((statement): TestingCode[] => {
    const { start, end, loc } = statement;
    const text = source.slice(start, end);
    // A guard by `typeof` does no harm.
    if (!loc || !asksForModule.test(text) || /typeof\s+(module|exports)\b/.test(text)) return [];
    if (statement.type !== "IfStatement" && !/^(module\s*\.\s*exports|exports\s*[.[=])/.test(text)) return [];
    const what = text.split("\n", 1)[0] ?? "";
    return inBlock(loc.start.line) ? [] : [{ kind: "module", line: loc.start.line, end: loc.end.line, what }];
  });
  return [...blocks, ...others].sort((one, other) => one.line - other.line);
}

interface BlockMarker {
  readonly name: string;
  readonly line: number;
  /** True if it says so: `END HEAD`, `/HEAD`. */
  readonly isEnd: boolean;
}

function markerIn(comment: string, line: number): BlockMarker[] {
  const name = marker.exec(comment)?.groups?.name;
  if (!name) return [];
  return [{ name: name.toUpperCase(), line, isEnd: /^[^A-Za-z]*(?:end\b|\/[^A-Za-z]*[HF])/i.test(comment) }];
}

/** A block goes from the first marker of its name, unless that is an end, to the last. One marker alone is a comment like any other. */
function blocksIn(markers: readonly BlockMarker[]): TestingCode[] {
  return [...new Set(markers.map(({ name }) => name))].flatMap((name): TestingCode[] => {
    const own = markers.filter((it) => it.name === name);
    const first = own.find(({ isEnd }) => !isEnd) ?? own[0];
    const last = own.at(-1);
    if (!first || !last || first === last) return [];
    return [{ kind: "block", line: first.line, end: last.line, what: `The ${name} block` }];
  });
}

/** The markers of a text that is no JavaScript: the lines that are comments. */
function commentLines(source: string): BlockMarker[] {
  return source.split("\n").flatMap((line, index) => {
    const comment = /^\s*(?:\/\/|\/\*)(.*?)(?:\*\/)?\s*$/.exec(line)?.[1];
    return comment === undefined ? [] : markerIn(comment, index + 1);
  });
}

/** Advises to remove testing code, as a sentence; undefined where there is none. */
export function adviceOnTestingCode(source: string): string | undefined {
  const found = testingCode(source);
  if (found.length === 0) return undefined;
  const places = found.map(({ what, line, end }) => {
    const lines = line === end ? `line ${line}` : `lines ${line} to ${end}`;
    return `${what.replace(/^The /, "the ")} (${lines})`;
  });
  const why = found.some(({ kind }) => kind === "module")
    ? " The platform has no `module` and no `exports`."
    : "";
  return `Remove what a testing tool has put in: ${places.join("; ")}.${why}`;
}
