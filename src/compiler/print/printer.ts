import type { AnyNode, NodeOf, NodeType } from "../tree/nodes.ts";
import type { Doc } from "./doc.ts";

/** Lays out the nodes in a node. */
export interface Printer {
  /** An expression with its comments, in parentheses where it holds together less tightly than it has to. */
  readonly expression: (node: AnyNode, least?: number) => Doc;
  /** The same without its comments. */
  readonly withoutComments: (node: AnyNode, least?: number) => Doc;
  readonly statement: (node: AnyNode) => Doc;
  /** Has an expression stand in parentheses, wherever it is. */
  readonly enclose: (node: AnyNode) => void;
}

export type Print<Type extends NodeType> = (node: NodeOf<Type>, printer: Printer) => Doc;

/** The layout of the nodes of each type. */
export type PrintRows = { readonly [Type in NodeType]?: Print<Type> };
