import type { Node, Comment as SourceComment } from "oxc-parser";
import { firstAfter } from "../../source/line-index.ts";
import { childrenOf } from "../../source/nodes.ts";
import type { Source } from "../../source/source.ts";
import { anchorOf, anchorOfBlock, type ItemList, indexIn, listOf } from "./anchors.ts";

// The nodes around an expression that are gone when it is evaluated.
const wrappers =
  /^(ParenthesizedExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|TSInstantiationExpression|ChainExpression)$/;

/** A comment of a source, and the places at which it can stand in the output. */
export interface TrackedComment {
  readonly text: string;
  readonly offset: number;
  readonly startsLine: boolean;
  readonly endsLine: boolean;
  readonly isAfterBlank: boolean;
  /** The best place first. The comment is dropped if none of them is left. */
  readonly places: readonly CommentPlace[];
}

/**
 * A place beside what began at an offset of the source; `in`: between the statements, or the members, of a list that began there,
 * as long as the one that it belongs to is still there.
 */
export type CommentPlace = {
  readonly offset: number;
  /** True if the comment stood in the middle of a line and gets one of its own. */
  readonly isMoved?: boolean;
  /** True if only a statement can hold the comment there. */
  readonly isOfStatement?: boolean;
} & ({ readonly is: "before" | "after" | "inside" } | { readonly is: "in"; readonly owner?: number });

/** Tells whether nothing is left of a node once types are taken away. */
function isType(node: Node): boolean {
  return (
    /^TS/.test(node.type) &&
    !wrappers.test(node.type) &&
    !/^TS(EnumDeclaration|EnumBody|EnumMember|ModuleDeclaration|ModuleBlock|ParameterProperty|ImportEqualsDeclaration)$/.test(
      node.type,
    )
  );
}

/** Finds the places of comments, and blank lines. */
export class PlaceFinder {
  readonly #text: string;
  readonly #comments: readonly SourceComment[];
  readonly #children = new Map<Node, readonly Node[]>();
  /** By the offset of the code behind comments: the end of the last of them with a blank line behind it. */
  readonly #lastGaps = new Map<number, number>();

  constructor({ text, parsed }: Source) {
    this.#text = text;
    this.#comments = parsed.comments;
  }

  noteBlankLines(list: ItemList, afterBlank: [number, number][]): void {
    list.items.forEach((item, index) => {
      const before = list.items[index - 1]?.end ?? list.start;
      if (this.#hasBlankLine(this.#endOfComments(before, item.start), item.start))
        afterBlank.push([list.anchor, anchorOf(item)]);
    });
  }

  /** A comment with its places; nothing of one in a type. */
  tracked(comment: SourceComment, program: Node): TrackedComment | undefined {
    const around = this.#around(comment, program);
    const enclosing = around.nodes.at(-1) as Node;
    if (around.nodes.some((node) => isType(node) || isAmbient(node))) return undefined;
    const { start, end, value } = comment;
    const lineStart = this.#text.lastIndexOf("\n", start - 1) + 1;
    const startsLine = this.#text.slice(lineStart, start).trim() === "";
    const endsLine = /^[ \t]*(\n|$)/.test(this.#text.slice(end, end + 200)) || comment.type === "Line";
    const list = listOf(enclosing, this.#text);
    const isInList = list !== undefined && start >= list.start;
    const placed = { ...around, enclosing, comment, startsLine, endsLine };
    const places = isInList ? this.#inList(list, placed) : this.#inExpression(placed);
    if (places.length === 0) return undefined;
    return {
      text: isFallsThrough(value) ? "/* falls through */" : this.#dedented(comment, lineStart),
      offset: start,
      startsLine,
      endsLine,
      isAfterBlank: startsLine && this.#hasBlankLine(this.#endOfCodeBefore(start), start),
      places,
    };
  }

  /** The nodes around a comment, the outermost first, and the nodes beside it. */
  #around({ start, end }: SourceComment, program: Node): CommentNeighbors {
    const nodes: Node[] = [program];
    for (;;) {
      const children = this.#childrenOf(nodes.at(-1) as Node);
      const next = firstAfter(children, start, (it) => it.start);
      const inside = children[next - 1];
      if (inside && inside.start <= start && end <= inside.end) nodes.push(inside);
      else return { nodes, beside: children, next };
    }
  }

  #childrenOf(node: Node): readonly Node[] {
    const children = this.#children.get(node) ?? childrenOf(node).sort((a, b) => a.start - b.start);
    this.#children.set(node, children);
    return children;
  }

  #inList(list: ItemList, placed: CommentSite): CommentPlace[] {
    const { comment, startsLine, endsLine } = placed;
    const { anchor } = list;
    const [before, following] = [placed.beside[placed.next - 1], placed.beside[placed.next]];
    const preceding = before && indexIn(list, before) >= 0 ? before : undefined;
    const isInCase = !following || isFallsThrough(comment.value);
    if (preceding?.type === "SwitchCase" && startsLine && isInCase)
      return [{ is: "in", offset: preceding.start }];
    const isBehind =
      preceding && !startsLine && !this.#text.slice(preceding.end, comment.start).includes("\n");
    if (isBehind && (endsLine || !following))
      return [...atEndOf(preceding), { is: "after", offset: anchorOf(preceding) }];
    if (!following) return [{ is: "in", offset: anchor }, ...besideMember(list, list.items.at(-1), "after")];
    const isApart = this.#isApart(comment, following.start);
    const isAboveImports = list.items[0] === following && following.type === "ImportDeclaration";
    if (isApart || isAboveImports)
      return [{ is: "in", offset: anchor }, ...besideMember(list, following, "before")];
    const owner = this.#ownerOf(list, following);
    if (!owner) return [];
    return [
      { is: "in", offset: anchor, owner: anchorOf(owner) },
      ...besideMember(list, owner, "before"),
      ...aboveMembers(owner),
    ];
  }

  /** The owner of a comment above a statement: above an overload, it is the function itself. */
  #ownerOf(list: ItemList, following: Node): Node | undefined {
    let index = indexIn(list, following);
    while (isOverload(list.items[index])) index++;
    const owner = list.items[index];
    return owner && !isType(owner) ? owner : undefined;
  }

  #inExpression(placed: CommentSite): CommentPlace[] {
    const { enclosing, comment, startsLine, endsLine, nodes } = placed;
    const { beside, next } = placed;
    let [before, after] = [next - 1, next];
    while (beside[before] && isType(beside[before] as Node)) before--;
    while (beside[after] && isType(beside[after] as Node)) after++;
    const [preceding, following] = [beside[before], beside[after]];
    const places: CommentPlace[] = [];
    const isJoined = /^(Binary|Logical|Conditional|Assignment)Expression$|^VariableDeclarator$/.test(
      enclosing.type,
    );
    const isBehind =
      !startsLine && (endsLine || this.#isBeforeComma(comment)) && preceding !== undefined && !isJoined;
    const block = following && blockOf(following);
    if (isInParameters(enclosing, comment) && !nodes.some((it) => isCallOf(it, enclosing)))
      places.push({ is: "inside", offset: anchorOf(enclosing) });
    if (block && preceding && !startsLine && this.#isBehindParameters(enclosing, comment, [preceding, block]))
      places.push({ is: "after", offset: anchorOf(preceding) });
    if (block) places.push({ is: "in", offset: anchorOfBlock(block, this.#text), isMoved: true });
    else {
      const isAlone = !following && this.#isInBrackets(enclosing, preceding, comment);
      if (isAlone) places.push({ is: "inside", offset: anchorOf(enclosing) });
      if (isBehind) places.push({ is: "after", offset: anchorOf(preceding) });
      if (following) {
        const isName = enclosing.type === "MemberExpression" && !enclosing.computed;
        places.push({ is: "before", offset: isName ? following.start : anchorOf(following) });
      }
      if (preceding && !isJoined) places.push({ is: "after", offset: anchorOf(preceding) });
    }
    const statement = nodes.findLast(
      (node, index) =>
        /Statement$|Declaration$|^SwitchCase$/.test(node.type) && !isHead(node, nodes[index - 1]),
    );
    for (const node of nodes.toReversed()) {
      if (node === statement) break;
      const isMoved = /^(Method|Property)Definition$/.test(node.type);
      places.push({ is: "before", offset: anchorOf(node), isMoved });
    }
    if (statement) places.push({ is: "before", offset: anchorOf(statement), isMoved: true });
    return places;
  }

  /** Tells whether a comment stands alone between the brackets of a node. */
  #isInBrackets(enclosing: Node, preceding: Node | undefined, { start }: SourceComment): boolean {
    if (enclosing.type === "CallExpression" || enclosing.type === "NewExpression") {
      const end = (enclosing.typeArguments ?? enclosing.callee).end;
      return enclosing.arguments.length === 0 && this.#text.slice(end, start).includes("(");
    }
    return !preceding && /^(Array|Object)Expression$/.test(enclosing.type);
  }

  /** Tells whether a comment stands behind the last parameter of a function, in their brackets. */
  #isBehindParameters(
    { type }: Node,
    { start, end }: SourceComment,
    [last, body]: readonly [Node, Node],
  ): boolean {
    const hasBracket = (from: number, to: number) => this.#text.slice(from, to).includes(")");
    const isFunction = /Function(Declaration|Expression)$/.test(type);
    return isFunction && !hasBracket(last.end, start) && hasBracket(end, body.start);
  }

  /** `f(a /* why *\/, b)` */
  #isBeforeComma({ end }: SourceComment): boolean {
    return /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*,/.test(this.#text.slice(end, end + 2000));
  }

  #hasBlankLine(start: number, end: number): boolean {
    return /\n[ \t]*\n/.test(this.#text.slice(start, end));
  }

  /** Tells whether a blank line stands between a comment and what follows it, or between the comments there. */
  #isApart({ start, end }: SourceComment, following: number): boolean {
    const known = this.#lastGaps.get(following);
    const last = known ?? this.#lastGap(start, following);
    this.#lastGaps.set(following, last);
    return last >= end;
  }

  /** The end of the last comment from an offset to another that a blank line stands behind; -1 where there is none. */
  #lastGap(from: number, to: number): number {
    let next = to;
    for (let index = firstAfter(this.#comments, to, (it) => it.start) - 1; index >= 0; index--) {
      const { start, end } = this.#comments[index] as SourceComment;
      if (start < from) break;
      if (this.#hasBlankLine(end, next)) return end;
      next = start;
    }
    return -1;
  }

  /** The end of the comments that follow each other from an offset on. */
  #endOfComments(start: number, end: number): number {
    let last = start;
    let index = firstAfter(this.#comments, start - 1, (it) => it.start);
    for (let next = this.#comments[index]; next && next.end <= end; next = this.#comments[++index])
      last = next.end;
    return last;
  }

  /** The end of the code, or of another comment, before an offset. */
  #endOfCodeBefore(offset: number): number {
    return this.#text.slice(0, offset).trimEnd().length;
  }

  #dedented({ start, end }: SourceComment, lineStart: number): string {
    const [before = ""] = /^[ \t]*/.exec(this.#text.slice(lineStart, start)) ?? [];
    const dedented = (line: string) => {
      const [own = ""] = /^[ \t]*/.exec(line) ?? [];
      return line.slice(Math.min(own.length, before.length));
    };
    const [first = "", ...others] = this.#text.slice(start, end).split("\n");
    return [first, ...others.map(dedented)].map((line) => line.trimEnd()).join("\n");
  }
}

/** The place beside a member of an enum whose members are set one by one, so that no list is left. */
function besideMember(
  { node }: ItemList,
  member: Node | undefined,
  side: "before" | "after",
): CommentPlace[] {
  return node.type === "TSEnumBody" && member ? [{ is: side, offset: anchorOf(member) }] : [];
}

/** The place above a further declaration of an enum, of which only the members are left. */
function aboveMembers(statement: Node): CommentPlace[] {
  const declared = declarationOf(statement);
  const first = declared?.type === "TSEnumDeclaration" && declared.body.members[0];
  return first ? [{ is: "before", offset: anchorOf(first) }] : [];
}

/** The place behind the last of the statements that an enum or a namespace becomes. */
function atEndOf(statement: Node): CommentPlace[] {
  const declared = declarationOf(statement);
  if (declared?.type === "TSModuleDeclaration") return [{ is: "after", offset: declared.id.start }];
  const last = declared?.type === "TSEnumDeclaration" && declared.body.members.at(-1);
  return last ? [{ is: "after", offset: anchorOf(last), isOfStatement: true }] : [];
}

function declarationOf(statement: Node): Node | null {
  return statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
}

interface CommentNeighbors {
  readonly nodes: readonly Node[];
  /** The nodes directly in the innermost of those, and the index of the first behind the comment. */
  readonly beside: readonly Node[];
  readonly next: number;
}

interface CommentSite extends CommentNeighbors {
  readonly enclosing: Node;
  readonly comment: SourceComment;
  readonly startsLine: boolean;
  readonly endsLine: boolean;
}

/** Tells whether a comment stands in the brackets of a function without parameters. */
function isInParameters(enclosing: Node, { start }: SourceComment): boolean {
  switch (enclosing.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const { id, params, returnType, body } = enclosing;
      const end = (returnType ?? body)?.start ?? enclosing.end;
      return params.length === 0 && (id?.end ?? 0) <= start && start < end;
    }
    default:
      return false;
  }
}

/** `(function () {…})()`: the call begins where the function does. */
function isCallOf(node: Node, called: Node): boolean {
  return node.type === "CallExpression" && anchorOf(node) === anchorOf(called);
}

/** The block of statements that a comment in front of it is about. */
function blockOf(node: Node): Node | undefined {
  if (node.type === "BlockStatement") return node;
  if (node.type === "CatchClause") return node.body;
  if (node.type === "IfStatement") return blockOf(node.consequent);
  return undefined;
}

/** `let a = 0` of `for (let a = 0; …)` */
function isHead(node: Node, parent: Node | undefined): boolean {
  return node.type === "VariableDeclaration" && /^For/.test(parent?.type ?? "");
}

/** `function over(a: string): string;` */
function isOverload(statement: Node | undefined): boolean {
  const declared = statement && declarationOf(statement);
  return declared?.type === "TSDeclareFunction" && !declared.declare;
}

/** `declare const a: string;` */
function isAmbient(node: Node): boolean {
  return "declare" in node && node.declare === true;
}

/** JSHint knows `/* falls through *\/` only. */
function isFallsThrough(value: string): boolean {
  return /^\s*falls?[ -]?through\.?\s*$/i.test(value);
}
