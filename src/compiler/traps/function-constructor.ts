import type { Node, VisitorObject } from "oxc-parser";

/** The properties of nodes in which a name stands for a value, by the types. Not after `typeof`, which gives "undefined". */
const operands: { readonly [type in keyof VisitorObject]?: readonly string[] } = {
  ArrayExpression: ["elements"],
  ArrowFunctionExpression: ["body"],
  AssignmentExpression: ["right"],
  AssignmentPattern: ["right"],
  BinaryExpression: ["left", "right"],
  CallExpression: ["callee", "arguments"],
  ClassDeclaration: ["superClass"],
  ClassExpression: ["superClass"],
  ConditionalExpression: ["test", "consequent", "alternate"],
  ExportDefaultDeclaration: ["declaration"],
  ExpressionStatement: ["expression"],
  LogicalExpression: ["left", "right"],
  MemberExpression: ["object"],
  NewExpression: ["callee", "arguments"],
  ParenthesizedExpression: ["expression"],
  Property: ["value"],
  PropertyDefinition: ["value"],
  ReturnStatement: ["argument"],
  SequenceExpression: ["expressions"],
  SpreadElement: ["argument"],
  SwitchCase: ["test"],
  SwitchStatement: ["discriminant"],
  TemplateLiteral: ["expressions"],
  TSAsExpression: ["expression"],
  TSNonNullExpression: ["expression"],
  TSSatisfiesExpression: ["expression"],
  VariableDeclarator: ["init"],
};

/** The nodes that can use `Function` as a value. */
export const nodesWithOperands = Object.keys(operands) as (keyof VisitorObject)[];

/** Tells whether a node uses `Function` as a value: `new Function(…)`, `x instanceof Function`, `Function.prototype`. */
export function usesFunction(node: Node): boolean {
  const properties = node as unknown as { readonly [property: string]: unknown };
  return (operands[node.type as keyof VisitorObject] ?? []).some((property) => {
    const operand = properties[property] as Node | readonly (Node | null)[] | null;
    return Array.isArray(operand) ? operand.some(isNamedFunction) : isNamedFunction(operand as Node | null);
  });
}

function isNamedFunction(node: Node | null): boolean {
  return node?.type === "Identifier" && "name" in node && node.name === "Function";
}
