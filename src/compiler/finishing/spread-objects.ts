import type { AnyNode, CallExpression, Identifier, Node } from "acorn";
import { textMarker } from "../lowering/text-marker.ts";
import type { IsPlain } from "./accessors.ts";
import { partsOf } from "./parts-of.ts";
import type { Script } from "./script.ts";

/**
 * Spreads objects in one call, where what comes later has no effect on what is copied before:
 *
 *   __assign(__assign({}, ticket), { id: 1 })   -> __assign({}, ticket, { id: 1 })
 */
export function writeSpreadObjects({ nodes, edit, isPlain }: Script): void {
  for (const call of nodes.ofType("CallExpression")) {
    const [inner, ...later] = call.arguments;
    if (!isAssign(call) || !inner || !isAssign(inner) || !later.every((it) => hasNoEffect(it, isPlain)))
      continue;
    edit.remove(call.start, inner.start);
    edit.remove(inner.end - 1, inner.end);
  }
}

function isAssign(node: Node): boolean {
  const { callee } = node as CallExpression;
  return node.type === "CallExpression" && callee.type === "Identifier" && /^__assign\d*$/.test(callee.name);
}

function hasNoEffect(given: Node, isPlain: IsPlain): boolean {
  const node = given as AnyNode;
  if (node.type === "FunctionExpression") return true;
  if (node.type === "MemberExpression") return isPlain(node);
  const isMark = node.type === "CallExpression" && (node.callee as Identifier).name === textMarker;
  const isHarmless =
    /^(Array|Binary|Conditional|Logical|Object)Expression$|^(Identifier|Literal|Property|ThisExpression)$/;
  const isNegated = node.type === "UnaryExpression" && node.operator !== "delete";
  if (!isMark && !isNegated && !isHarmless.test(node.type)) return false;
  return partsOf(node).every((part) => hasNoEffect(part, isPlain));
}
