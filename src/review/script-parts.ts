import { linesOf } from "../source/line-index.ts";

/** Some lines of zap.js: a method with the comment above it, or what stands between methods. */
export interface ScriptPart {
  /** Its place among the parts: all of them, one after the other, are the file. */
  readonly index: number;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** The method that it is, by its name in `Zap`. */
  readonly method?: string;
  /** The source that it comes from; undefined where zapc itself has written it. */
  readonly file?: string;
}

/** The parts of a zap.js, by what they are. */
export interface ScriptParts {
  /** By the names of the methods in `Zap`. */
  readonly methods: ReadonlyMap<string, ScriptPart>;
  /** The code outside of methods, by the source that it comes from. */
  readonly shared: ReadonlyMap<string, readonly ScriptPart[]>;
}

/** Sorts the parts of a zap.js. */
export function sortedParts(parts: readonly ScriptPart[]): ScriptParts {
  const methods = new Map<string, ScriptPart>();
  const shared = new Map<string, ScriptPart[]>();
  for (const part of parts) {
    const { method, file = "zap.js itself" } = part;
    if (method !== undefined) methods.set(method, part);
    else if (shared.has(file)) shared.get(file)?.push(part);
    else shared.set(file, [part]);
  }
  return { methods, shared };
}

/**
 * Takes a zap.js apart, so that a page holds each of its lines once. It is zapc's own: each function that its methods are begins
 * and ends with a line of its own, indented by two blanks. To parse it would take as long as the rest of a build.
 */
export function scriptParts(code: string): ScriptPart[] {
  const lines = linesOf(code);
  const returned = lines.lastIndexOf("  return {\n");
  const methods = methodsIn(lines.slice(returned + 1));
  const parts: ScriptPart[] = [];
  let file: string | undefined;
  let from = 0;
  const add = (to: number, method?: string) => {
    if (to <= from) return;
    const text = lines.slice(from, to).join("");
    const part = { index: parts.length, text, line: from + 1 };
    parts.push({ ...part, ...(method !== undefined && { method }), ...(file !== undefined && { file }) });
    from = to;
  };
  for (const [line, text] of lines.entries()) {
    const title = titleIn(text);
    if (title !== undefined || line === returned) {
      add(line);
      file = title;
    }
    const method = methods.get(/^ {2}(?:function|var) ([\w$]+)/.exec(text)?.[1] ?? "");
    if (method === undefined || line < from) continue;
    add(Math.max(from, withComment(line, lines)));
    add(lineAfter(line, lines), method);
  }
  add(lines.length);
  return parts;
}

/** `    new_ticket_poll: poll$1,` -> the method that each function is; of two names of one function, the first. */
function methodsIn(lines: readonly string[]): Map<string, string> {
  const pairs = lines.flatMap((line) => {
    const [, method = "", name] = /^ {4}([\w$]+): ([\w$]+),?\n/.exec(line) ?? [];
    return name === undefined ? [] : [[name, method] as const];
  });
  return new Map(pairs.reverse());
}

/** The line after a function or a value that begins at a line, and after the blank lines below it. */
function lineAfter(line: number, lines: readonly string[]): number {
  const isOne = /[;}]\n$/.test(lines[line] as string);
  let after = (isOne ? line : endBelow(line, lines)) + 1;
  while (lines[after] === "\n") after += 1;
  return after;
}

/** The line that ends what begins at a line; that line itself where none does. */
function endBelow(line: number, lines: readonly string[]): number {
  for (let end = line + 1; end < lines.length; end++)
    if (/^ {2}[})\]]/.test(lines[end] as string)) return end;
  return line;
}

/** `  // triggers/new_ticket.ts`, as it stands above the code of each source. */
function titleIn(line: string): string | undefined {
  return /^ {2}\/\/ (\S+\.(?:ts|js))\n$/.exec(line)?.[1];
}

/** The first line of the comment above a line, or that line; never that of a source's name. */
export function withComment(line: number, lines: readonly string[]): number {
  let first = line;
  while (first > 0) {
    const above = lines[first - 1] as string;
    if (!/^\s*(?:\/\/|\/\*|\*)/.test(above) || titleIn(above) !== undefined) break;
    first -= 1;
  }
  return first;
}
