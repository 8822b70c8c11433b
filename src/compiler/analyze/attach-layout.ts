import { firstAfter } from "../../source/line-index.ts";
import { forEachNode } from "../../source/walk.ts";
import { PROGRAM } from "../bundle/anchors.ts";
import type { CommentPlace, TrackedComment } from "../bundle/comment-places.ts";
import type { Layout } from "../bundle/layout.ts";
import { leftmostOf } from "../tree/leftmost.ts";
import { type AnyNode, type Comment, is, isFunction, movedComment } from "../tree/nodes.ts";
import type { Part } from "./parts.ts";
import type { Positions } from "./positions.ts";

/** A part of the bundle to which the layout of its source is given back. */
export interface PartToLayOut {
  readonly part: Part;
  readonly program: AnyNode;
  readonly layout: Layout;
  readonly positions: Positions;
  /** True if an earlier part comes of the same module. */
  readonly isContinued: boolean;
}

/** Gives the nodes of a part the comments and the blank lines that they had in the source, by where they come from. */
export function attachLayout(given: PartToLayOut): void {
  const attacher = new Attacher(given);
  attacher.markBroken();
  attacher.attachComments();
  attacher.attachBlankLines();
}

/** A node with its parent. */
interface NodeInParent {
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
}

interface AttachedComment {
  readonly side: "before" | "after" | "inside";
  readonly comment: TrackedComment;
  readonly isMoved: boolean;
}

/** A list of statements or members. */
interface LaidOutList {
  readonly node: AnyNode;
  /** With where they come from, in the order of the source; those that come from nowhere are left out. */
  readonly items: readonly { readonly node: AnyNode; readonly offset: number }[];
}

const pure = "/* @__PURE__ */ ";

class Attacher {
  readonly #given: PartToLayOut;
  readonly #exported: ReadonlyMap<number, number>;
  readonly #lists = new Map<number, LaidOutList>();
  readonly #nodes = new Map<number, NodeInParent[]>();
  readonly #attached = new Map<AnyNode, AttachedComment[]>();

  constructor(given: PartToLayOut) {
    this.#given = given;
    this.#exported = new Map(given.layout.exported);
    const wanted = new Set(
      given.layout.comments.flatMap(({ places }) =>
        places.flatMap(({ is, offset }) => (is === "in" ? [] : offset)),
      ),
    );
    forEachNode(given.program, (node, parent) => {
      this.#noteList(node);
      const offset = wanted.size > 0 ? this.#offsetOf(node) : undefined;
      if (offset === undefined || !wanted.has(offset)) return;
      const known = this.#nodes.get(offset);
      if (known) known.push({ node, parent });
      else this.#nodes.set(offset, [{ node, parent }]);
    });
  }

  #offsetOf(node: AnyNode): number | undefined {
    // Nothing is left of it, and it can stand in front of a statement that comes from the same place.
    if (is(node, "EmptyStatement")) return undefined;
    const { sourceOffset } = this.#given.positions;
    const offset =
      sourceOffset(leftmostOf(node).start) ?? sourceOffset(node.start) ?? this.#offsetOfPure(node);
    return offset === undefined ? undefined : (this.#exported.get(offset) ?? offset);
  }

  /** esbuild tells where a call without effect comes from in front of the annotation that it writes. */
  #offsetOfPure({ start }: AnyNode): number | undefined {
    const { part, positions } = this.#given;
    return part.code.startsWith(pure, start - pure.length)
      ? positions.sourceOffset(start - pure.length)
      : undefined;
  }

  #noteList(node: AnyNode): void {
    const items = itemsOf(node);
    if (!items) return;
    const anchor = node.type === "Program" ? PROGRAM : this.#given.positions.sourceOffset(node.start);
    if (anchor === undefined || this.#lists.has(anchor)) return;
    const placed = items.flatMap((it) => {
      const offset = this.#offsetOf(it);
      return offset === undefined ? [] : [{ node: it, offset }];
    });
    this.#lists.set(anchor, { node, items: placed });
  }

  /** Notes which lists esbuild has written over several lines, as they stand in the source. */
  markBroken(): void {
    const { program, part } = this.#given;
    forEachNode(program, (node) => {
      if (!is(node, "ObjectExpression", "ArrayExpression")) return;
      const [first] = is(node, "ObjectExpression") ? node.properties : node.elements;
      if (first && part.code.slice(node.start, first.start).includes("\n")) node.isBroken = true;
    });
  }

  /** A blank line above a statement that was dropped is one above the next. */
  attachBlankLines(): void {
    for (const [list, offset] of this.#given.layout.afterBlank) {
      const items = this.#lists.get(list)?.items ?? [];
      const item = items[firstAfter(items, offset - 1, (it) => it.offset)];
      if (item) setAfterBlank(item.node, item.offset !== offset);
    }
  }

  attachComments(): void {
    for (const comment of this.#given.layout.comments)
      comment.places.some((place) => this.#attach(comment, place));
    for (const [node, attached] of this.#attached) {
      for (const side of ["before", "after", "inside"] as const) {
        const here = attached.filter((it) => it.side === side);
        if (here.length > 0) node.comments = { ...node.comments, [side]: here.map(asComment) };
      }
    }
  }

  #attach(comment: TrackedComment, place: CommentPlace): boolean {
    if (place.is === "in") return this.#attachInList(comment, place);
    const { is: side, isOfStatement } = place;
    const isPossible = (it: NodeInParent) =>
      canHold(it, side) && (!isOfStatement || is(it.parent, "Program", "BlockStatement"));
    const found = this.#nodes.get(place.offset)?.find(isPossible);
    if (found) this.#put(found.node, place.is, comment, place.isMoved);
    return found !== undefined;
  }

  #attachInList(comment: TrackedComment, { offset, owner, isMoved }: CommentPlace & { is: "in" }): boolean {
    const list = this.#lists.get(offset);
    if (!list) return false;
    const { items, node } = list;
    if (owner !== undefined) {
      const item = items[firstAfter(items, owner - 1, (it) => it.offset)];
      if (item?.offset !== owner) return false;
      this.#put(item.node, "before", comment);
      return true;
    }
    const index = firstAfter(items, comment.offset, (it) => it.offset);
    const isElsewhere = index === 0 && offset === PROGRAM && this.#given.isContinued;
    const [next, last] = [items[index], items.at(-1)];
    if (isElsewhere) return true;
    if (next) this.#put(next.node, "before", comment, isMoved);
    else if (last) this.#put(last.node, "after", comment, isMoved);
    else this.#put(node, "inside", comment, isMoved);
    return true;
  }

  #put(node: AnyNode, side: AttachedComment["side"], comment: TrackedComment, isMoved = false): void {
    const attached = this.#attached.get(node);
    if (attached) attached.push({ side, comment, isMoved });
    else this.#attached.set(node, [{ side, comment, isMoved }]);
  }
}

/** @param isAbove - whether the blank line stands above the comments, too */
function setAfterBlank(node: AnyNode, isAbove: boolean): void {
  const [first, ...others] = (isAbove && node.comments?.before) || [];
  if (first) node.comments = { ...node.comments, before: [{ ...first, isAfterBlank: true }, ...others] };
  else node.isAfterBlank = true;
}

function asComment({ comment, isMoved }: AttachedComment): Comment {
  const { text, startsLine, endsLine, isAfterBlank } = comment;
  return isMoved
    ? movedComment({ text, startsLine, endsLine, isAfterBlank })
    : { text, startsLine, endsLine, isAfterBlank };
}

function itemsOf(node: AnyNode): readonly AnyNode[] | undefined {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
    case "ClassBody":
      return node.body;
    case "SwitchStatement":
      return node.cases;
    case "SwitchCase":
      return node.consequent;
    case "ObjectExpression":
      return node.properties;
    default:
      return undefined;
  }
}

/** Tells whether a comment can be written beside a node, by what the node stands in. */
function canHold({ node, parent }: NodeInParent, side: "before" | "after" | "inside"): boolean {
  if (side === "inside") return isEmptyList(node);
  if (!parent) return false;
  switch (parent.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
    case "ClassBody":
    case "SwitchStatement":
    case "ArrayExpression":
    case "ObjectExpression":
    case "ObjectPattern":
    case "ArrayPattern":
    case "VariableDeclaration":
      return !(parent.type === "SwitchStatement" && parent.discriminant === node) || side === "before";
    case "SwitchCase":
      return parent.test !== node || side === "before";
    case "CallExpression":
    case "NewExpression":
      return parent.callee !== node;
    case "MemberExpression":
      return parent.property === node && (parent.computed || side === "before");
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return side === "before"
        ? node !== parent.id && !is(node, "BlockStatement")
        : parent.params.includes(node);
    default:
      return side === "before" && canHoldBefore(node, parent);
  }
}

function canHoldBefore(node: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.init === node;
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
    case "AssignmentPattern":
      return parent.right === node;
    case "ConditionalExpression":
      return parent.test !== node;
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
      return !is(node, "BlockStatement");
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left !== node && !is(node, "BlockStatement");
    case "CatchClause":
      return parent.param === node;
    case "TemplateLiteral":
      return !is(node, "TemplateElement");
    default:
      return false;
  }
}

/** Tells whether nothing stands between the brackets of a node. */
function isEmptyList(node: AnyNode): boolean {
  if (is(node, "CallExpression", "NewExpression")) return node.arguments.length === 0;
  if (isFunction(node)) return node.params.length === 0;
  return is(node, "ArrayExpression") && node.elements.length === 0;
}
