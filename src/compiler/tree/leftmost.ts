import { slotsOf } from "../../source/walk.ts";
import type { AnyNode } from "./nodes.ts";

/** The part that the text of a node's value begins with, by the type of the node. */
export type FirstParts = { readonly [type: string]: string };

const firstParts: FirstParts = {
  AssignmentExpression: "left",
  AssignmentPattern: "left",
  BinaryExpression: "left",
  CallExpression: "callee",
  ChainExpression: "expression",
  ConditionalExpression: "test",
  ExpressionStatement: "expression",
  LogicalExpression: "left",
  MemberExpression: "object",
  MethodDefinition: "key",
  Property: "key",
  PropertyDefinition: "key",
  RestElement: "argument",
  SequenceExpression: "expressions",
  TaggedTemplateExpression: "tag",
};

/**
 * The node that the text of a node's value begins with: `a` of `a.b(c) + 1`.
 *
 * @param more - the parts of nodes that are not JavaScript's
 */
export function leftmostOf(given: AnyNode, more: FirstParts = {}): AnyNode {
  let node = given;
  for (;;) {
    const isPostfix = node.type === "UpdateExpression" && !node.prefix;
    const key = isPostfix ? "argument" : (firstParts[node.type] ?? more[node.type]);
    const part = key === undefined ? undefined : slotsOf(node)[key];
    const first = Array.isArray(part) ? part[0] : part;
    if (!first) return node;
    node = first;
  }
}
