import { someNode } from "../../source/walk.ts";
import { isSteady } from "../analyze/values.ts";
import { type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";
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
      return !isCopy(node, lowering);
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

/**
 * Tells whether an expression has to be evaluated after the objects before it are copied: it has an effect, or it reads what an
 * accessor, which copying runs, can change.
 */
export function hasPlaceAfterCopies(node: AnyNode, lowering: Lowering): boolean {
  if (hasEffect(node, lowering)) return true;
  return (
    copyingRunsAccessors(lowering) &&
    someNode(
      node,
      (it) => is(it, "MemberExpression") || (is(it, "Identifier") && mayChange(it)),
      (it) => !isFunction(it),
    )
  );
}

function mayChange({ variable }: NodeOf<"Identifier">): boolean {
  return variable !== undefined && !variable.isTemporary && !isSteady(variable);
}

function copyingRunsAccessors({ facts }: Lowering): boolean {
  return facts.accessors.isOpen || facts.accessors.names.length > 0;
}

/** `__assign({}, a)`: a new object, where no accessor in the bundle can be behind a property of those that it copies. */
function isCopy({ callee, arguments: [target] }: NodeOf<"CallExpression">, lowering: Lowering): boolean {
  if (copyingRunsAccessors(lowering) || !is(callee, "Identifier") || !callee.variable) return false;
  if (callee.variable !== lowering.helpers.get("__assign")) return false;
  return is(target, "ObjectExpression") || (is(target, "CallExpression") && isCopy(target, lowering));
}

/** Tells whether an expression names one of some variables. */
export function mentionsAny(node: AnyNode, variables: ReadonlySet<unknown>): boolean {
  return someNode(node, (it) => is(it, "Identifier") && variables.has(it.variable));
}
