import * as make from "../tree/build.ts";
import { type AnyNode, is, isPattern, type NodeOf } from "../tree/nodes.ts";
import { asThere, chainComparison, chainInComparison, deletion, isMissing } from "./chains.ts";
import { negated } from "./conditions.ts";
import { namesOfValue } from "./hints.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { stepsWithValue } from "./patterns.ts";
import { isOfSuper, readTarget, setTarget } from "./super.ts";

export const assignments: Rows = {
  AssignmentExpression: assignment,
  UpdateExpression: (node, lowering) => (isOfSuper(node.argument) ? updateOfSuper(node, lowering) : node),
  BinaryExpression: (node, lowering) => {
    const { operator, left, right } = node;
    if (operator === "**") return power(left, right, lowering);
    // A trap. A package may have it where nothing runs it.
    if (operator === "in" && is(left, "PrivateIdentifier")) return node;
    const chain = chainInComparison(node);
    return chain ? chainComparison(node, chain, lowering) : node;
  },
  UnaryExpression: (node, lowering) => {
    const { operator, argument } = node;
    if (lowering.asStatement.has(node)) return node;
    if (operator === "void" && is(argument, "Literal"))
      return { ...make.undefinedValue(), start: node.start, end: node.end };
    if (operator === "delete" && is(argument, "ChainExpression")) return deletion(argument, lowering);
    const isComparison =
      operator === "!" && is(argument, "BinaryExpression") && /^[!=]==?$/.test(argument.operator);
    return isComparison ? negated(argument) : node;
  },
};

/** `a ** b` -> `Math.pow(a, b)`, which throws for BigInts */
function power(left: AnyNode, right: AnyNode, lowering: Lowering): AnyNode {
  const isNumber = [left, right].some((it) => is(it, "Literal") && typeof it.value === "number");
  if (lowering.facts.haveBigInts && !isNumber) return make.call(lowering.helper("__power"), [left, right]);
  return make.callMethod(make.identifier("Math"), "pow", [left, right]);
}

export function isLogicalAssignment(operator: string): boolean {
  return /^(&&|\|\||\?\?)=$/.test(operator);
}

function assignment(node: NodeOf<"AssignmentExpression">, lowering: Lowering): AnyNode {
  if (lowering.deferred.has(node)) return node;
  const { left, operator, right } = node;
  if (isPattern(left)) return make.sequence(stepsWithValue(left, right, lowering));
  if (operator === "=")
    return isOfSuper(left) ? { ...setTarget(left, right, lowering), ...make.placeOf(node) } : node;
  if (isLogicalAssignment(operator)) return logicalAssignment(node, lowering);
  if (operator !== "**=" && !isOfSuper(left)) return node;
  const { first, again } = targetOf(left, lowering);
  const read = readTarget(again(), lowering);
  const value =
    operator === "**=" ? power(read, right, lowering) : make.binary(operator.slice(0, -1), read, right);
  return { ...setTarget(first, value, lowering), ...make.placeOf(node) };
}

/** `a.b ??= c` -> `a.b != null ? a.b : (a.b = c)` */
function logicalAssignment(
  { left, operator, right }: NodeOf<"AssignmentExpression">,
  lowering: Lowering,
): AnyNode {
  const { first, again } = targetOf(left, lowering);
  const given = readTarget(first, lowering);
  const set = setTarget(again(), right, lowering);
  if (operator !== "??=") return make.logical(operator === "&&=" ? "&&" : "||", given, set);
  const value = lowering.isPlain(given)
    ? { test: given, read: make.copyOf(given) }
    : keptValue(given, lowering);
  return make.conditional(asThere(isMissing(value.test)), value.read, set);
}

/** `super.a++` -> `this.a = A.prototype.a + 1`; behind the operand, it has the value of before. */
function updateOfSuper(node: NodeOf<"UpdateExpression">, lowering: Lowering): AnyNode {
  const { argument, operator, prefix } = node;
  const { first, again } = targetOf(argument, lowering);
  const changed = (value: AnyNode) => make.binary(operator.slice(0, 1), value, make.literal(1));
  // `+` would join a text.
  const numberOf = (target: AnyNode) => make.unary("+", readTarget(target, lowering));
  if (prefix || lowering.asStatement.has(node))
    return { ...setTarget(first, changed(numberOf(again())), lowering), ...make.placeOf(node) };
  const value = lowering.temporary(["_value"]);
  return make.sequence([
    make.assign(make.reference(value), numberOf(first)),
    setTarget(again(), changed(make.reference(value)), lowering),
    make.reference(value),
  ]);
}

function keptValue(value: AnyNode, lowering: Lowering): { readonly test: AnyNode; readonly read: AnyNode } {
  const variable = lowering.temporary(namesOfValue(value));
  return { test: make.assign(make.reference(variable), value), read: make.reference(variable) };
}

/** A target that is read and set: `f().a` -> `(_f = f()).a`, and `_f.a` */
export function targetOf(
  node: AnyNode,
  lowering: Lowering,
): { readonly first: AnyNode; readonly again: () => AnyNode } {
  if (!is(node, "MemberExpression")) return { first: node, again: () => make.copyOf(node) };
  const object = isOfSuper(node)
    ? { first: node.object, again: () => make.copyOf(node.object) }
    : lowering.once(node.object, namesOfValue(node.object));
  if (!node.computed) {
    const property = () => make.copyOf(node.property);
    return {
      first: { ...node, object: object.first },
      again: () => ({ ...node, object: object.again(), property: property(), comments: undefined }),
    };
  }
  const key = lowering.once(node.property, ["_key"]);
  return {
    first: { ...node, object: object.first, property: key.first },
    again: () => ({ ...node, object: object.again(), property: key.again() }),
  };
}
