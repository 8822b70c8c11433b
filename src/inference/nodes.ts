import type { AnyNode, ArrowFunctionExpression, FunctionDeclaration, FunctionExpression } from "acorn";
import { forEachNode, isOnlyName } from "../source/walk.ts";

/** A function of the script. */
export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

export function isFunction(node: AnyNode | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionExpression" ||
    node?.type === "FunctionDeclaration" ||
    node?.type === "ArrowFunctionExpression"
  );
}

/** The name of a property: `a` of `x.a`, `x["a"]`, `{ a: 1 }` and `{ "a": 1 }`; undefined where it is computed. */
export function propertyName(key: AnyNode, { computed }: { readonly computed: boolean }): string | undefined {
  if (key.type === "Literal") return String(key.value);
  if (key.type === "Identifier" && !computed) return key.name;
  return undefined;
}

/** A node and all nodes within it, but for names of properties and labels, in the order of the text. */
export function nodesWithin(node: AnyNode): AnyNode[] {
  return [...parentsWithin(node).keys()];
}

/** The same nodes, each with the one that it is directly in. */
export function parentsWithin(root: AnyNode): Map<AnyNode, AnyNode | undefined> {
  const parents = new Map<AnyNode, AnyNode | undefined>();
  forEachNode<AnyNode>(root, (node, parent) => {
    if (!isOnlyName(node, parent)) parents.set(node, parent);
  });
  return parents;
}

/** The expressions that a function returns, without those of the functions within it. */
export function returnedBy(node: FunctionNode): AnyNode[] {
  if (node.type === "ArrowFunctionExpression" && node.expression) return [node.body];
  const within = nodesWithin(node.body);
  const inner = within.filter((it) => isFunction(it));
  const isOwn = ({ start, end }: AnyNode) => !inner.some((it) => it.start < start && end <= it.end);
  return within.flatMap((it) =>
    it.type === "ReturnStatement" && it.argument && isOwn(it) ? [it.argument] : [],
  );
}
