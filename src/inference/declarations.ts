import type { AnyNode, Program } from "acorn";
import { isFunction, nodesWithin, propertyName, returnedBy } from "./nodes.ts";

/** Something that a script puts on `Zap`. */
export interface DeclaredMember {
  readonly name: string;
  /** The property or the assignment. */
  readonly node: AnyNode;
  /** The function or the data; an alias is followed. */
  readonly value: AnyNode;
}

/** The declarations of a script, whatever scope they are in: of two with one name, the first. */
export interface Declarations {
  /** By the names of variables and functions. */
  readonly values: ReadonlyMap<string, AnyNode>;
  /** By their names on `Zap`. The later one of two with one name counts, as at run time. */
  readonly members: ReadonlyMap<string, DeclaredMember>;
}

/**
 * Finds what a script declares. Of Zap it knows the shapes that real scripts have: `var Zap = {…}`, `Zap = {…}`, `Zap.x = …`,
 * `scope.Zap = {…}`, `module.exports = {…}`, `_.extend(Zap, {…})`, a function that returns the object, and CoffeeScript's classes.
 */
export function declarationsIn(program: Program): Declarations {
  const nodes = nodesWithin(program).sort((one, other) => one.start - other.start);
  const values = valuesOf(nodes);
  const members = new Map<string, DeclaredMember>();
  for (const member of nodes.flatMap((node) => membersAt(node, values)))
    members.set(member.name, { ...member, value: followed(member.value, values) });
  return { values, members };
}

function valuesOf(nodes: readonly AnyNode[]): Map<string, AnyNode> {
  const values = new Map<string, AnyNode>();
  const add = (name: string, value: AnyNode) => {
    if (!values.has(name)) values.set(name, value);
  };
  for (const node of nodes) {
    if ((node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") && node.id)
      add(node.id.name, node);
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init)
      add(node.id.name, node.init);
    if (node.type === "AssignmentExpression" && node.operator === "=" && node.left.type === "Identifier")
      add(node.left.name, node.right);
  }
  return values;
}

type DeclaredValues = Declarations["values"];

/** The value that a name stands for, in the end. */
export function followed(node: AnyNode, values: DeclaredValues, most = 10): AnyNode {
  if (node.type !== "Identifier" || most === 0) return node;
  const value = values.get(node.name);
  return value ? followed(value, values, most - 1) : node;
}

/** The members that a node puts on Zap. */
function membersAt(node: AnyNode, values: DeclaredValues): DeclaredMember[] {
  if (node.type === "VariableDeclarator" && node.init && isZap(node.id)) return membersOf(node.init, values);
  if (node.type === "AssignmentExpression" && node.operator === "=") return assigned(node, values);
  if (
    node.type === "CallExpression" &&
    isExtending(node.callee) &&
    node.arguments[0] &&
    isZap(node.arguments[0])
  )
    return node.arguments.slice(1).flatMap((source) => membersOf(source, values));
  return [];
}

function assigned(
  node: AnyNode & { readonly type: "AssignmentExpression" },
  values: DeclaredValues,
): DeclaredMember[] {
  const { left, right } = node;
  if (isZap(left)) return membersOf(right, values);
  if (left.type !== "MemberExpression") return [];
  const name = propertyName(left.property, left);
  return name !== undefined && isZap(left.object) ? [{ name, node, value: right }] : [];
}

/** `Zap`, `scope.Zap`, `module.exports`; also `Zap.prototype`, of CoffeeScript's classes. */
function isZap(node: AnyNode): boolean {
  if (node.type === "Identifier") return node.name === "Zap";
  if (node.type !== "MemberExpression") return false;
  const name = propertyName(node.property, node);
  if (name === "Zap") return true;
  if (name === "prototype") return isZap(node.object);
  return name === "exports" && node.object.type === "Identifier" && node.object.name === "module";
}

/** `_.extend`, `$.extend`, `Object.assign` */
function isExtending(callee: AnyNode): boolean {
  if (callee.type !== "MemberExpression") return false;
  const name = propertyName(callee.property, callee);
  return name !== undefined && ["extend", "assign", "defaults"].includes(name);
}

/** The members of what becomes Zap. */
function membersOf(given: AnyNode, values: DeclaredValues, most = 10): DeclaredMember[] {
  if (most === 0) return [];
  const node = followed(given, values);
  const within = (inner: AnyNode) => membersOf(inner, values, most - 1);
  switch (node.type) {
    case "ObjectExpression":
      return node.properties.flatMap((property) => {
        if (property.type === "SpreadElement") return within(property.argument);
        const name = propertyName(property.key, property);
        return name === undefined ? [] : [{ name, node: property, value: property.value }];
      });
    case "ClassDeclaration":
    case "ClassExpression":
      return node.body.body.flatMap((method) => {
        if (method.type !== "MethodDefinition" || method.kind !== "method") return [];
        const name = propertyName(method.key, method);
        return name === undefined ? [] : [{ name, node: method, value: method.value }];
      });
    case "AssignmentExpression":
      return within(node.right);
    case "LogicalExpression":
      return [...within(node.left), ...within(node.right)];
    case "SequenceExpression":
      return node.expressions.slice(-1).flatMap(within);
    case "NewExpression":
      return within(node.callee);
    case "CallExpression":
      if (isExtending(node.callee)) return node.arguments.flatMap(within);
      return isFunction(node.callee) ? returnedBy(node.callee).flatMap(within) : [];
    default:
      return [];
  }
}
