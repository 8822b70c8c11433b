import type { AnyNode, Keyed, NodeOf, NodeType } from "./nodes.ts";
import type { Variable } from "./variables.ts";

/*
 * Makes nodes that the source does not have. They come from nowhere in it, unless they take the place of another.
 */

/** The place of a node that the source does not have. */
export const NOWHERE = -1;

const nowhere = { start: NOWHERE, end: NOWHERE };

/** The place of a node, for another that replaces it. */
export function placeOf({ start, end }: AnyNode): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** A node that takes the place of another. */
export function at<Type extends NodeType>(place: AnyNode, node: NodeOf<Type>): NodeOf<Type> {
  return { ...node, ...placeOf(place) };
}

export function identifier(name: string): NodeOf<"Identifier"> {
  return { type: "Identifier", ...nowhere, name };
}

/** A place where a variable is named. */
export function reference(variable: Variable): NodeOf<"Identifier"> {
  return { type: "Identifier", ...nowhere, name: variable.wanted[0] ?? "", variable };
}

export function literal(value: string | number | boolean | null): NodeOf<"Literal"> {
  return { type: "Literal", ...nowhere, value };
}

export function undefinedValue(): NodeOf<"Identifier"> {
  return identifier("undefined");
}

export function thisValue(): NodeOf<"ThisExpression"> {
  return { type: "ThisExpression", ...nowhere };
}

/** `object.name` */
export function member(object: AnyNode, name: string): NodeOf<"MemberExpression"> {
  return memberAt(object, { key: identifier(name), computed: false });
}

/** A property by a key as it stands in an object, a class or a pattern: `.a`, `["a-b"]`, `[b]`. */
export function memberAt(object: AnyNode, { key, computed }: Keyed): NodeOf<"MemberExpression"> {
  return {
    type: "MemberExpression",
    ...nowhere,
    object,
    property: key,
    computed: computed || key.type === "Literal",
    optional: false,
  };
}

export function call(callee: AnyNode, given: readonly AnyNode[]): NodeOf<"CallExpression"> {
  return { type: "CallExpression", ...nowhere, callee, arguments: given, optional: false };
}

/** `object.method(…)` */
export function callMethod(
  object: AnyNode,
  name: string,
  given: readonly AnyNode[],
): NodeOf<"CallExpression"> {
  return call(member(object, name), given);
}

export function newInstance(callee: AnyNode, given: readonly AnyNode[]): NodeOf<"NewExpression"> {
  return { type: "NewExpression", ...nowhere, callee, arguments: given };
}

export function assign(left: AnyNode, right: AnyNode): NodeOf<"AssignmentExpression"> {
  return { type: "AssignmentExpression", ...nowhere, operator: "=", left, right };
}

export function binary(operator: string, left: AnyNode, right: AnyNode): NodeOf<"BinaryExpression"> {
  return { type: "BinaryExpression", ...nowhere, operator, left, right };
}

export function logical(operator: "&&" | "||", left: AnyNode, right: AnyNode): NodeOf<"LogicalExpression"> {
  return { type: "LogicalExpression", ...nowhere, operator, left, right };
}

/** `a && b && c` */
export function joined(operator: "&&" | "||", parts: readonly AnyNode[]): AnyNode {
  return parts.reduce((left, right) => logical(operator, left, right));
}

export function unary(operator: string, argument: AnyNode): NodeOf<"UnaryExpression"> {
  return { type: "UnaryExpression", ...nowhere, operator, argument };
}

export function increment(argument: AnyNode): NodeOf<"UpdateExpression"> {
  return { type: "UpdateExpression", ...nowhere, operator: "++", prefix: false, argument };
}

export function conditional(
  test: AnyNode,
  consequent: AnyNode,
  alternate: AnyNode,
): NodeOf<"ConditionalExpression"> {
  return { type: "ConditionalExpression", ...nowhere, test, consequent, alternate };
}

/** `(a, b)`, or `a` alone */
export function sequence(expressions: readonly AnyNode[]): AnyNode {
  const [only] = expressions;
  if (expressions.length === 1 && only) return only;
  return { type: "SequenceExpression", ...nowhere, expressions };
}

export function array(elements: readonly (AnyNode | null)[]): NodeOf<"ArrayExpression"> {
  return { type: "ArrayExpression", ...nowhere, elements };
}

export function object(properties: readonly AnyNode[]): NodeOf<"ObjectExpression"> {
  return { type: "ObjectExpression", ...nowhere, properties };
}

export function property(key: string, value: AnyNode): NodeOf<"Property"> {
  const plain = { kind: "init", computed: false, shorthand: false, method: false } as const;
  return { type: "Property", ...nowhere, ...plain, key: identifier(key), value };
}

export function functionOf(
  params: readonly AnyNode[],
  body: readonly AnyNode[],
  id: NodeOf<"Identifier"> | null = null,
): NodeOf<"FunctionExpression"> {
  const plain = { generator: false, async: false };
  return { type: "FunctionExpression", ...nowhere, ...plain, id, params, body: block(body) };
}

export function functionDeclaration(
  made: NodeOf<"FunctionExpression">,
  id: NodeOf<"Identifier">,
): NodeOf<"FunctionDeclaration"> {
  return { ...made, type: "FunctionDeclaration", id };
}

export function block(body: readonly AnyNode[]): NodeOf<"BlockStatement"> {
  return { type: "BlockStatement", ...nowhere, body };
}

export function statement(expression: AnyNode): NodeOf<"ExpressionStatement"> {
  return { type: "ExpressionStatement", ...nowhere, expression };
}

export function returning(argument?: AnyNode | null): NodeOf<"ReturnStatement"> {
  return { type: "ReturnStatement", ...nowhere, argument: argument ?? null };
}

export function throwing(argument: AnyNode): NodeOf<"ThrowStatement"> {
  return { type: "ThrowStatement", ...nowhere, argument };
}

export function ifStatement(
  test: AnyNode,
  consequent: readonly AnyNode[],
  alternate: readonly AnyNode[] = [],
): NodeOf<"IfStatement"> {
  const otherwise = alternate.length > 0 ? block(alternate) : null;
  return { type: "IfStatement", ...nowhere, test, consequent: block(consequent), alternate: otherwise };
}

/** `if (a) b;` */
export function ifAlone(test: AnyNode, consequent: AnyNode): NodeOf<"IfStatement"> {
  return { type: "IfStatement", ...nowhere, test, consequent, alternate: null };
}

export function declarator(id: AnyNode, init?: AnyNode | null): NodeOf<"VariableDeclarator"> {
  return { type: "VariableDeclarator", ...placeOf(id), id, init: init ?? null };
}

/** `var a = 1, b;` */
export function declaration(
  declarations: readonly NodeOf<"VariableDeclarator">[],
): NodeOf<"VariableDeclaration"> {
  return { type: "VariableDeclaration", ...nowhere, kind: "var", declarations };
}

export function declare(variable: Variable, init?: AnyNode): NodeOf<"VariableDeclaration"> {
  return declaration([declarator(reference(variable), init)]);
}

/** An expression once more: a name, `this`, a constant, or a property of such. */
export function copyOf(node: AnyNode): AnyNode {
  const copy: AnyNode = { ...node, comments: undefined };
  if (copy.type !== "MemberExpression") return copy;
  return { ...copy, object: copyOf(copy.object), property: copyOf(copy.property) };
}
