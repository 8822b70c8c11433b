import * as make from "../tree/build.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";

const opposites: { readonly [operator: string]: string } = {
  "==": "!=",
  "!=": "==",
  "===": "!==",
  "!==": "===",
};

// A longer condition is negated as a whole.
const MOST_PARTS = 3;

/** The opposite of a condition, as a person writes it. */
export function negated(node: AnyNode): AnyNode {
  if (is(node, "UnaryExpression") && node.operator === "!") return node.argument;
  if (is(node, "BinaryExpression")) {
    const opposite = opposites[node.operator];
    if (opposite !== undefined) return { ...node, operator: opposite };
  }
  const parts = partsOf(node);
  if (!parts || parts.length > MOST_PARTS) return make.unary("!", node);
  const operator = (node as NodeOf<"LogicalExpression">).operator === "&&" ? "||" : "&&";
  return make.joined(operator, parts.map(negated));
}

/** `a && b && c` -> `a`, `b`, `c` */
function partsOf(node: AnyNode): AnyNode[] | undefined {
  if (!is(node, "LogicalExpression") || node.operator === "??") return undefined;
  const parts: AnyNode[] = [];
  let left: AnyNode = node;
  while (is(left, "LogicalExpression") && left.operator === node.operator && parts.length <= MOST_PARTS) {
    parts.push(left.right);
    left = left.left;
  }
  return [...parts, left].reverse();
}
