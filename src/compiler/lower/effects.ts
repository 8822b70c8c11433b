import { type AnyNode, is, isFunction } from "../tree/nodes.ts";
import { someNode } from "../tree/walk.ts";
import type { Lowering } from "./lowering.ts";

/** Tells whether evaluating an expression can do anything but give a value, or can give another where something else runs first. */
export function hasEffect(node: AnyNode, lowering: Lowering): boolean {
  return someNode(
    node,
    (it) => isEffect(it, lowering),
    (it) => !isFunction(it),
  );
}

function isEffect(node: AnyNode, lowering: Lowering): boolean {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "AssignmentExpression":
    case "UpdateExpression":
    case "ClassExpression":
    case "YieldExpression":
    case "AwaitExpression":
      return true;
    case "UnaryExpression":
      return node.operator === "delete";
    case "MemberExpression":
      return !lowering.isPlain(node);
    default:
      return false;
  }
}

/** Tells whether an expression names one of some variables. */
export function mentionsAny(node: AnyNode, variables: ReadonlySet<unknown>): boolean {
  return someNode(node, (it) => is(it, "Identifier") && variables.has(it.variable));
}
