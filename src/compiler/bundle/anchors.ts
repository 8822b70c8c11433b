import type { Node } from "oxc-parser";
import { firstAfter } from "../../source/line-index.ts";
import { type FirstParts, leftmostOf } from "../tree/leftmost.ts";
import type { AnyNode } from "../tree/nodes.ts";

/** The list of the whole file. */
export const PROGRAM = -1;

/** A list of statements or members. */
export interface ItemList {
  readonly node: Node;
  readonly items: readonly Node[];
  /** The key of the list: the offset at which its parent begins. */
  readonly anchor: number;
  /** The first offset at which an item can begin. */
  readonly start: number;
}

/** The index of a node in a list; -1 for another. */
export function indexIn({ items }: ItemList, node: Node): number {
  const index = firstAfter(items, node.start, (it) => it.start) - 1;
  return items[index] === node ? index : -1;
}

export function listOf(node: Node, text: string): ItemList | undefined {
  switch (node.type) {
    case "Program":
      return { node, items: node.body as Node[], anchor: PROGRAM, start: node.hashbang?.end ?? 0 };
    case "BlockStatement":
      return { node, items: node.body, anchor: anchorOfBlock(node, text), start: node.start + 1 };
    case "ClassBody":
    case "TSModuleBlock":
      return { node, items: node.body as Node[], anchor: node.start, start: node.start + 1 };
    case "StaticBlock":
      return { node, items: node.body, anchor: node.start, start: text.indexOf("{", node.start) + 1 };
    case "TSEnumBody":
      return { node, items: node.members, anchor: node.start, start: node.start + 1 };
    case "SwitchStatement":
      return {
        node,
        items: node.cases,
        anchor: node.start,
        start: text.indexOf("{", node.discriminant.end) + 1,
      };
    case "SwitchCase":
      return {
        node,
        items: node.consequent,
        anchor: node.start,
        start: text.indexOf(":", node.test?.end ?? node.start) + 1,
      };
    default:
      return undefined;
  }
}

const firstParts: FirstParts = {
  AccessorProperty: "key",
  ExportNamedDeclaration: "declaration",
  ParenthesizedExpression: "expression",
  TSAsExpression: "expression",
  TSEnumMember: "id",
  TSInstantiationExpression: "expression",
  TSNonNullExpression: "expression",
  TSParameterProperty: "parameter",
  TSSatisfiesExpression: "expression",
  TSTypeAssertion: "expression",
};

/** The offset at which the rest of a node begins: the first token of its value. */
export function anchorOf(node: Node): number {
  const isFunction = node.type === "ExportDefaultDeclaration" && /^Function/.test(node.declaration.type);
  return leftmostOf((isFunction ? node.declaration : node) as AnyNode, firstParts).start;
}

/** The offset by which esbuild knows the beginning of a block: of `finally`, it is the word. */
export function anchorOfBlock(block: Node, text: string): number {
  const before = text.slice(Math.max(0, block.start - 2000), block.start);
  const [word = ""] = /\bfinally(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/.*\n)*$/.exec(before) ?? [];
  return block.start - word.length;
}
