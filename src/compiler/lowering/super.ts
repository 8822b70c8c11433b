import type { Node } from "oxc-parser";
import { argumentList, hasSpread, spreadArguments } from "./calls.ts";
import { type Code, code } from "./code.ts";
import { thisCode } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { keyAccess } from "./members.ts";
import { childrenOf, is, type NodeOf } from "./syntax.ts";

/** `super.a` -> `_super.prototype.a`, or `_super.a` in what belongs to the class itself */
export function superMember({ property, computed }: NodeOf<"MemberExpression">, lowering: Lowering): Code {
  const { isStatic } = lowering.frame.ofThis.shape;
  const object = isStatic ? lowering.own.super : `${lowering.own.super}.prototype`;
  return code`${object}${keyAccess({ key: property, computed }, lowering)}`;
}

/** `super(a)` -> `(_this = _super.call(this, a) || this)` */
export function superCall(node: NodeOf<"CallExpression">, lowering: Lowering): Code {
  return code`(${lowering.own.this} = ${baseCall(node, lowering)})`;
}

/** `super(a)` -> `_super.call(this, a) || this` */
export function baseCall(node: NodeOf<"CallExpression">, lowering: Lowering): Code {
  const object = lowering.frame.ofThis === lowering.frame ? "this" : thisCode(lowering);
  const base = lowering.own.super;
  if (hasSpread(node)) return code`${base}.apply(${object}, ${spreadArguments(node, lowering)}) || ${object}`;
  const comma = node.arguments.length > 0 ? ", " : "";
  return code`${base}.call(${object}${comma}${argumentList(node, lowering)}) || ${object}`;
}

/** `super(a);` */
export function isSuperStatement(
  node: Node,
): node is NodeOf<"ExpressionStatement"> & { expression: NodeOf<"CallExpression"> } {
  return (
    is(node, "ExpressionStatement") &&
    is(node.expression, "CallExpression") &&
    is(node.expression.callee, "Super")
  );
}

/** Whether something uses the object that its function is called on. */
export function usesThis(node: Node): boolean {
  if (is(node, "ThisExpression")) return true;
  if (is(node, "MemberExpression") && is(node.object, "Super")) return true;
  if (is(node, "FunctionDeclaration", "FunctionExpression")) return false;
  if (node.type.startsWith("TS") && !/Expression|Assertion/.test(node.type)) return false;
  return childrenOf(node).some(usesThis);
}
