import { forEachNode } from "../../source/walk.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, type Comment, is, movedComment, type NodeComments } from "../tree/nodes.ts";
import type { Replacement } from "../tree/transform.ts";

/** A statement while it is lowered, and the comments in its expressions. */
interface OpenStatement {
  readonly node: AnyNode;
  readonly comments: Comment[];
}

/** Gives the nodes that take the place of others their comments, their blank lines and their places in the source. */
export class CommentKeeper {
  readonly #open: OpenStatement[] = [];

  enter(node: AnyNode, parent: AnyNode | undefined): void {
    if (isStatement(node, parent)) this.#open.push({ node, comments: [] });
    else if (node.comments && !isLeftOut(node)) this.#open.at(-1)?.comments.push(...allOf(node.comments));
  }

  exit(node: AnyNode, lowered: Replacement): Replacement {
    const open = this.#open.at(-1);
    const isWhole = open?.node === node;
    if (isWhole) this.#open.pop();
    const list = "type" in lowered ? [lowered] : [...lowered];
    if (list.length === 0) return isWhole ? nothingOf(node, open.comments) : lowered;
    const isMember = is(node, "MethodDefinition", "PropertyDefinition", "Property");
    if (list[0] !== node && !isMember) adopt(node, list);
    if (isWhole && open.comments.length > 0) settle(open.comments, list);
    return "type" in lowered ? (list[0] as AnyNode) : list;
  }
}

/** `var i = 0` in the head of a loop is none. */
function isStatement({ type }: AnyNode, parent: AnyNode | undefined): boolean {
  if (type === "VariableDeclaration") return !is(parent, "ForStatement", "ForInStatement", "ForOfStatement");
  return /Statement$|Declaration$/.test(type) && type !== "BlockStatement";
}

/** `readonly id: string;` is nothing in ES5. */
function isLeftOut(node: AnyNode): boolean {
  return is(node, "PropertyDefinition") && !node.value;
}

function allOf({ before = [], inside = [], after = [] }: NodeComments): Comment[] {
  return [...before, ...inside, ...after];
}

/** A statement of which nothing is left but its comments, or the blank line above it. */
function nothingOf(node: AnyNode, inner: readonly Comment[]): Replacement {
  const inside = [...(node.comments ? allOf(node.comments) : []), ...inner];
  if (inside.length === 0 && !node.isAfterBlank) return [];
  const empty: AnyNode = { type: "EmptyStatement", ...make.placeOf(node), isAfterBlank: node.isAfterBlank };
  return inside.length > 0 ? { ...empty, comments: { inside } } : empty;
}

function adopt(node: AnyNode, list: AnyNode[]): void {
  const [first, last] = [list[0], list.at(-1)] as [AnyNode, AnyNode];
  if (first.start === make.NOWHERE) first.start = node.start;
  const { comments, isAfterBlank } = node;
  // A loop behind the function that its body became has them, too.
  const isCopy = last !== first && last.type === node.type && last.start === node.start;
  if (isCopy && last.comments === comments)
    Object.assign(last, { comments: undefined, isAfterBlank: undefined });
  if (isAfterBlank) first.isAfterBlank = true;
  if (!comments || first.comments === comments) return;
  const { before, after, inside } = comments;
  if (before || inside) {
    first.comments = {
      ...first.comments,
      before: [...(before ?? []), ...(inside ?? []), ...(first.comments?.before ?? [])],
    };
  }
  if (after) last.comments = { ...last.comments, after: [...(last.comments?.after ?? []), ...after] };
}

/** Comments whose nodes are gone stand above the statement's lowered form. Those of nodes that were copied stand once. */
function settle(comments: readonly Comment[], list: readonly AnyNode[]): void {
  const present = new Set<Comment>();
  const nodes = new Set<AnyNode>();
  for (const statement of list) {
    forEachNode(statement, (node) => {
      if (!node.comments || nodes.has(node)) return;
      nodes.add(node);
      const all = allOf(node.comments);
      if (all.some((it) => present.has(it))) node.comments = without(present, node.comments);
      for (const it of all) present.add(it);
    });
  }
  const lost = comments.filter((it) => !present.has(it));
  const [first] = list;
  if (lost.length === 0 || !first) return;
  first.comments = {
    ...first.comments,
    before: [...(first.comments?.before ?? []), ...lost.map(movedComment)],
  };
}

function without(present: ReadonlySet<Comment>, comments: NodeComments): NodeComments | undefined {
  const left: NodeComments = {};
  for (const side of ["before", "inside", "after"] as const) {
    const others = comments[side]?.filter((it) => !present.has(it)) ?? [];
    if (others.length > 0) left[side] = others;
  }
  return Object.keys(left).length > 0 ? left : undefined;
}
