import type { Node } from "oxc-parser";
import { chainOf, wholeChain } from "./chains.ts";
import { type Code, code, joined } from "./code.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { memberAccess } from "./members.ts";
import { assignedBy, valueFor } from "./patterns.ts";
import { is, isPattern, unwrapped } from "./syntax.ts";

export const assignments: Rows = {
  AssignmentExpression: (node, lowering) => {
    const { left, operator, right } = node;
    if (isPattern(left)) {
      const { parts, whole } = assignedBy(left, valueFor(left, right, lowering), lowering);
      const value = whole();
      return code`(${joined([...parts, value], ", ")})`;
    }
    if (operator === "**=") {
      const { first, again } = targetOf(left, lowering);
      return code`${first} = Math.pow(${again}, ${lowering.of(right)})`;
    }
    if (!isLogical(operator)) return lowering.inside(node);
    const { first, again } = targetOf(left, lowering);
    const set = () => code`(${again} = ${lowering.of(right)})`;
    if (is(unwrapped(left), "Identifier") && operator === "??=") {
      return code`(${first} !== null && ${first} !== void 0 ? ${first} : ${set()})`;
    }
    if (operator !== "??=") return code`(${first} ${operator.slice(0, 2)} ${set()})`;
    const value = lowering.temporary();
    return code`((${value} = ${first}) !== null && ${value} !== void 0 ? ${value} : ${set()})`;
  },
  BinaryExpression: (node, lowering) => {
    const { operator, left, right } = node;
    if (operator === "**") return code`Math.pow(${lowering.of(left)}, ${lowering.of(right)})`;
    // A trap. A package may have it, as long as it is not bundled.
    if (is(left, "PrivateIdentifier")) return code`("${lowering.of(left)}" in ${lowering.of(right)})`;
    return lowering.inside(node);
  },
  UnaryExpression: (node, lowering) => {
    const argument = unwrapped(node.argument);
    if (node.operator !== "delete" || !is(argument, "ChainExpression")) return lowering.inside(node);
    const { test, value } = chainOf(argument.expression, lowering);
    return wholeChain({ test, value: code`delete ${value}` }, "true");
  },
};

/** An expression of which the value is not asked for: `[a, b] = c` -> `a = c[0], b = c[1]` */
export function effectCode(given: Node, lowering: Lowering): Code {
  const node = unwrapped(given);
  if (is(node, "SequenceExpression"))
    return joined(
      node.expressions.map((it) => effectCode(it, lowering)),
      ", ",
    );
  if (!is(node, "AssignmentExpression") || !isPattern(node.left)) return lowering.of(given);
  const { parts, apart } = assignedBy(node.left, valueFor(node.left, node.right, lowering), lowering);
  apart();
  return joined(parts, ", ");
}

export function isLogical(operator: string): operator is "&&=" | "||=" | "??=" {
  return /^(&&|\|\||\?\?)=$/.test(operator);
}

/** A target that is read and set: `f().a` -> `(_a = f()).a`, and `_a.a` */
export function targetOf(given: Node, lowering: Lowering): { readonly first: Code; readonly again: Code } {
  const node = unwrapped(given);
  if (!is(node, "MemberExpression")) {
    const name = lowering.of(node);
    return { first: name, again: name };
  }
  const object = lowering.once(node.object);
  if (!node.computed) {
    const access = memberAccess(node, lowering);
    return { first: code`${object.first}${access}`, again: code`${object.again}${access}` };
  }
  const key = lowering.once(node.property);
  return { first: code`${object.first}[${key.first}]`, again: code`${object.again}[${key.again}]` };
}
