import type { Expression, Node, ObjectProperty, VisitorObject } from "oxc-parser";
import { isTypeCheck } from "../../source/nodes.ts";
import type { Trap } from "./trap.ts";

const statements: readonly (keyof VisitorObject)[] = [
  ...([
    "BlockStatement",
    "BreakStatement",
    "ContinueStatement",
    "DoWhileStatement",
    "ExpressionStatement",
  ] as const),
  ...(["ForInStatement", "ForOfStatement", "ForStatement", "IfStatement", "LabeledStatement"] as const),
  ...([
    "ReturnStatement",
    "SwitchStatement",
    "ThrowStatement",
    "TryStatement",
    "VariableDeclaration",
  ] as const),
  "WhileStatement",
];

/** The constructs that the editor's JSHint marks however they are written in ES5. */
export const styleTraps: readonly Trap[] = [
  {
    code: "unreachable",
    isOfSources: true,
    nodes: statements,
    found: (node, { parentOf }) => isFirstUnreachable(node, parentOf(node)),
    message: "This never runs: the editor marks what stands behind `return`, `throw`, `break` or `continue`.",
    hint: "Remove it.",
  },
  {
    code: "setter-alone",
    isOfSources: true,
    nodes: ["Property"],
    found: (node, { parentOf }) => isSetterAlone(node as ObjectProperty, parentOf(node)),
    message: "An object with a setter and no getter for it: the editor marks it.",
    hint: "Write a getter, too, or a method that sets the value.",
  },
  {
    code: "no-effect",
    isOfSources: true,
    nodes: ["ExpressionStatement"],
    found: (node) =>
      "expression" in node &&
      !isDirective(node) &&
      !isTypeCheck(node) &&
      !hasEffect(node.expression as Expression),
    message: "This statement does nothing with its value: the editor marks it.",
    hint: "Call or assign something, or remove it.",
  },
];

function isFirstUnreachable(node: Node, parent: Node | undefined): boolean {
  const list =
    (parent?.type === "SwitchCase" ? parent.consequent : (parent as { body?: unknown } | undefined)?.body) ??
    [];
  return Array.isArray(list) && firstUnreachable(list) === node;
}

/** The results by their lists: each is asked for once for each of its statements. */
const unreachable = new WeakMap<readonly Node[], Node | undefined>();

function firstUnreachable(list: readonly Node[]): Node | undefined {
  if (unreachable.has(list)) return unreachable.get(list);
  const end = list.findIndex(({ type }) => /^(Return|Throw|Break|Continue)Statement$/.test(type));
  // Functions and types can stand anywhere.
  const first = list.find(({ type }, index) => index > end && !/^(Function|TS.*)Declaration$/.test(type));
  const found = end >= 0 ? first : undefined;
  unreachable.set(list, found);
  return found;
}

function isSetterAlone(node: ObjectProperty, parent: Node | undefined): boolean {
  if (node.kind !== "set" || parent?.type !== "ObjectExpression") return false;
  return !parent.properties.some(
    (it) => it.type === "Property" && it.kind === "get" && nameOf(it) === nameOf(node),
  );
}

function nameOf({ key }: ObjectProperty): unknown {
  return key.type === "Identifier" ? key.name : (key as { value?: unknown }).value;
}

/** `"use strict";` at the top */
function isDirective(node: Node): boolean {
  return "directive" in node && typeof node.directive === "string";
}

/** Tells whether an expression does something besides having a value. */
function hasEffect(expression: Expression): boolean {
  switch (expression.type) {
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "ParenthesizedExpression":
    case "ChainExpression":
      return hasEffect(expression.expression);
    case "UnaryExpression":
      return (
        expression.operator === "delete" ||
        (/^(void|!)$/.test(expression.operator) && hasEffect(expression.argument))
      );
    case "LogicalExpression":
      return hasEffect(expression.right);
    case "ConditionalExpression":
      return (
        [expression.consequent, expression.alternate].every((it) => hasEffect(it) || isConstant(it)) &&
        (hasEffect(expression.consequent) || hasEffect(expression.alternate))
      );
    case "SequenceExpression":
      return expression.expressions.every(hasEffect);
    default:
      return /^(Call|New|Assignment|Update|Await|Yield|TaggedTemplate|Import)Expression$/.test(
        expression.type,
      );
  }
}

/** `null` in `done ? null : next();` */
function isConstant({ type }: Expression): boolean {
  return type === "Literal" || type === "Identifier" || type === "UnaryExpression";
}
