import type { Node } from "oxc-parser";
import { type Class, hasComputedKey } from "./classes.ts";
import { childrenOf, is, isFunction } from "./syntax.ts";

/** Whether making a class does nothing that could be seen outside of it: the bundler drops it where nothing uses it. */
export function isPureClass({ body }: Class): boolean {
  return body.body.every((member) => {
    if (is(member, "StaticBlock")) return false;
    if (is(member, "MethodDefinition")) return !hasComputedKey(member);
    if (!is(member, "PropertyDefinition", "AccessorProperty")) return true;
    return !hasComputedKey(member) && !(member.static && member.value && hasEffect(member.value));
  });
}

function hasEffect(node: Node): boolean {
  if (isFunction(node) || node.type.startsWith("TSType")) return false;
  const isEffect =
    is(node, "CallExpression", "NewExpression", "TaggedTemplateExpression", "AssignmentExpression") ||
    is(node, "UpdateExpression", "ClassExpression") ||
    (is(node, "UnaryExpression") && node.operator === "delete");
  return isEffect || childrenOf(node).some(hasEffect);
}
