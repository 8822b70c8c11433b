import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { functionDoc } from "./blocks.ts";
import { chainDoc, hasCall } from "./chains.ts";
import { hasLineComment, onOwnLines } from "./comments.ts";
import { type Doc, group, line, nest } from "./doc.ts";
import { argumentsDoc, listDoc } from "./lists.ts";
import { dottedName, identifierText, literalText, quoted } from "./literals.ts";
import { level, levelOf } from "./precedence.ts";
import type { Printer, PrintRows } from "./printer.ts";

export const expressions: PrintRows = {
  Identifier: identifierText,
  Literal: literalText,
  ThisExpression: () => "this",
  ArrayExpression: (node, printer) => listDoc({ open: "[", close: "]", items: node.elements, node }, printer),
  ObjectExpression: (node, printer) =>
    listDoc({ open: "{", close: "}", items: node.properties, node }, printer),
  Property: propertyDoc,
  FunctionExpression: functionDoc,
  MemberExpression: chainDoc,
  CallExpression: chainDoc,
  NewExpression: (node, printer) => {
    if (hasCall(node.callee) || is(node.callee, "FunctionExpression")) printer.enclose(node.callee);
    return ["new ", printer.expression(node.callee, level.newCallee), argumentsDoc(node, printer)];
  },
  UnaryExpression: ({ operator, argument }, printer) => {
    // JSHint takes `typeof a++` for an assignment to `typeof a`.
    if (is(argument, "UpdateExpression") && !argument.prefix) printer.enclose(argument);
    return [operator, /[a-z]/.test(operator) ? " " : "", operand(argument, operator, printer)];
  },
  UpdateExpression: ({ operator, prefix, argument }, printer) => {
    return prefix
      ? [operator, printer.expression(argument, level.unary)]
      : [printer.expression(argument, level.call), operator];
  },
  BinaryExpression: (node, printer) => operationDoc(node, printer),
  LogicalExpression: (node, printer) => operationDoc(node, printer),
  AssignmentExpression: ({ left, operator, right }, printer) => {
    return [printer.expression(left, level.call), ` ${operator}`, valueDoc(right, printer)];
  },
  ConditionalExpression: conditionalDoc,
  SequenceExpression: ({ expressions }, printer) => {
    const [first, ...others] = expressions.map((it) => printer.expression(it, level.assignment));
    return group([first ?? "", nest(others.map((it) => [",", line, it]))]);
  },
};

/** `a ? b : c`; of `a ? b : c ? d : e` each condition begins a line. */
function conditionalDoc(node: NodeOf<"ConditionalExpression">, printer: Printer): Doc {
  const branch = (it: AnyNode) => {
    if (hasLineComment(it)) return onOwnLines(it, printer.withoutComments(it, level.assignment));
    return nest([line, printer.expression(it, level.assignment)]);
  };
  const choice = ({ test, consequent }: typeof node) => [
    printer.expression(test, level.or),
    " ?",
    branch(consequent),
    " :",
  ];
  const others: Doc[] = [];
  let { alternate } = node;
  for (; is(alternate, "ConditionalExpression") && !alternate.comments; alternate = alternate.alternate)
    others.push(line, group(choice(alternate)));
  const last = branch(alternate);
  if (others.length === 0) return group([...choice(node), last]);
  return group([group(choice(node)), nest(others), last]);
}

/** The value behind `=`. */
export function valueDoc(value: AnyNode, printer: Printer): Doc {
  if (hasLineComment(value)) return onOwnLines(value, printer.withoutComments(value, level.assignment));
  return [" ", printer.expression(value, level.assignment)];
}

function propertyDoc({ key, value, kind, computed }: NodeOf<"Property">, printer: Printer): Doc {
  const name = propertyName(key, computed);
  if (kind !== "init" && is(value, "FunctionExpression"))
    return [`${kind} `, name, functionDoc(value, printer, "")];
  return [name, ":", valueDoc(value, printer)];
}

function propertyName(key: AnyNode, computed: boolean): string {
  if (is(key, "Literal")) return typeof key.value === "string" ? quoted(key.value) : literalText(key);
  return dottedName(key, computed) ?? quoted(is(key, "Identifier") ? key.name : "");
}

/** Signs that stand side by side are told apart: `-(-a)`, `a - (-b)`. */
function operand(node: AnyNode, operator: string, printer: Printer): Doc {
  const isSign = is(node, "UnaryExpression") || (is(node, "UpdateExpression") && node.prefix);
  if (isSign && (operator === "+" || operator === "-") && node.operator.startsWith(operator))
    printer.enclose(node);
  return printer.expression(node, level.unary);
}

type BinaryOperation = NodeOf<"BinaryExpression" | "LogicalExpression">;

/** `a + b + c`: as many operands as hold together equally, however many they are. */
export function operationDoc(node: BinaryOperation, printer: Printer, isIndented = true): Doc {
  const operators: string[] = [];
  const operands: AnyNode[] = [];
  const own = levelOf(node);
  let left: AnyNode = node;
  while (
    is(left, "BinaryExpression", "LogicalExpression") &&
    levelOf(left) === own &&
    (left === node || !left.comments)
  ) {
    operators.push(left.operator);
    operands.push(left.right);
    left = left.left;
  }
  operators.reverse();
  operands.reverse();
  const first =
    is(left, "UpdateExpression") && !left.prefix
      ? operandOf(left, operators[0] ?? "", printer)
      : printer.expression(left, own);
  const rest = operands.map((it, index) =>
    nextOperand(it, { operator: operators[index] as string, least: own + 1 }, printer),
  );
  // Texts are filled up to the end of a line, conditions stand below each other.
  const isText = is(node, "BinaryExpression");
  const docs = isText ? rest.map((it) => group(it)) : rest;
  return group([first, isIndented ? nest(docs) : docs]);
}

function operandOf(node: NodeOf<"UpdateExpression">, operator: string, printer: Printer): Doc {
  if (operator === node.operator.charAt(0)) printer.enclose(node);
  return printer.expression(node, level.unary);
}

function nextOperand(
  node: AnyNode,
  { operator, least }: { readonly operator: string; readonly least: number },
  printer: Printer,
): Doc {
  if (hasLineComment(node)) return [` ${operator}`, onOwnLines(node, printer.withoutComments(node, least))];
  const isSign =
    (is(node, "UnaryExpression") || (is(node, "UpdateExpression") && node.prefix)) &&
    node.operator.startsWith(operator);
  if (isSign) printer.enclose(node);
  return [` ${operator}`, line, printer.expression(node, least)];
}
