import type { AnyNode, Expression, FunctionDeclaration, FunctionExpression, Property } from "acorn";
import { forEachNode } from "../../source/walk.ts";
import type { ZapMember } from "./members.ts";
import type { ParsedScript, Range } from "./script.ts";

/** The text of a member as a declaration of a module. */
export interface Slice {
  /** The comments above it. */
  readonly above: string;
  /** `function NAME(bundle) {…}` or `var NAME = …;` */
  readonly code: string;
  /** The comments behind it, beginning on its last line. */
  readonly behind: string;
}

/** Cuts a member out of the text, as the declaration of a name. The text of a function stays as it is, but for its indentation. */
export function sliceOf(member: ZapMember, name: string, script: ParsedScript): Slice {
  const { node, value, owned } = member;
  const width = indentationAt(node.start, script.text);
  const take = (range: Range) => dedented(range, width, script);
  const between = (range: Range) => withoutSeparators(range, script).map(take).join("");
  const above = [
    between({ start: owned.start, end: node.start }).replace(/^\s+/, ""),
    ...commentsIn({ start: node.start, end: headOf(value, script) }, script).map((it) => `${take(it)}\n`),
  ];
  const behind = between({ start: node.end, end: owned.end });
  const code = declarationOf(value, { name, member, take, script });
  return { above: above.join("").trimEnd(), code, behind: behind.trimEnd() };
}

interface DeclarationInput {
  readonly name: string;
  readonly member: ZapMember;
  readonly take: (range: Range) => string;
  readonly script: ParsedScript;
}

function declarationOf(value: Expression, { name, member, take, script }: DeclarationInput): string {
  if (isDeclarable(value, name)) {
    const { async: isAsync, generator } = value;
    const head = `${isAsync ? "async " : ""}function${generator ? "*" : ""} ${name}`;
    return `${head}${take({ start: headOf(value, script), end: value.end })}`;
  }
  const isMethod = member.node.type === "Property" && (member.node as Property).method;
  const text = take({ start: isMethod ? member.node.start : value.start, end: value.end });
  const isOpen = value.type === "SequenceExpression" ? `(${text})` : text;
  return `var ${name} = ${isOpen};`;
}

/** Tells whether a function can be declared under a name: one that calls itself by a name of its own keeps that. */
function isDeclarable(value: AnyNode, name: string): value is FunctionExpression | FunctionDeclaration {
  if (value.type === "FunctionDeclaration") return true;
  return value.type === "FunctionExpression" && (!value.id || value.id.name === name);
}

/** The offset at which the parameters of a function begin; of anything else, its start. */
function headOf(value: AnyNode, { text, commentAt }: ParsedScript): number {
  if (value.type !== "FunctionExpression" && value.type !== "FunctionDeclaration") return value.start;
  let at = value.start;
  while (text[at] !== "(") at = commentAt.get(at)?.end ?? at + 1;
  return at;
}

function commentsIn({ start, end }: Range, { comments }: ParsedScript): Range[] {
  return comments.filter((it) => start <= it.start && it.end <= end);
}

/** The parts of a text between two members without the commas and semicolons there. */
function withoutSeparators({ start, end }: Range, { text, commentAt }: ParsedScript): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (let at = start; at < end; ) {
    const comment = commentAt.get(at);
    if (!comment && /[,;]/.test(text[at] as string)) {
      ranges.push({ start: from, end: at });
      from = at + 1;
    }
    at = comment?.end ?? at + 1;
  }
  return [...ranges, { start: from, end }];
}

function indentationAt(start: number, text: string): number {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^\s*$/.test(line) ? line.length : (/^\s*/.exec(line)?.[0].length ?? 0);
}

/** A part of the text, its lines moved to the left; not those that begin within a text. */
function dedented({ start, end }: Range, width: number, script: ParsedScript): string {
  const fixed = literalsOf(script);
  const margin = new RegExp(`^[ \\t]{0,${width}}`);
  let offset = start;
  const lines = script.text.slice(start, end).split("\n");
  const moved = lines.map((line, index) => {
    const at = offset;
    offset += line.length + 1;
    const isFixed = index === 0 || fixed.some((it) => it.start < at && at < it.end);
    return isFixed ? line : line.replace(margin, "");
  });
  return moved.join("\n");
}

const literals = new WeakMap<ParsedScript, readonly Range[]>();

/** The texts that go over several lines. */
export function literalsOf(script: ParsedScript): readonly Range[] {
  const known = literals.get(script);
  if (known) return known;
  const found: Range[] = [];
  forEachNode<AnyNode>(script.program, (node) => {
    const isText =
      node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
    if (isText && node.loc?.start.line !== node.loc?.end.line)
      found.push({ start: node.start, end: node.end });
  });
  literals.set(script, found);
  return found;
}
