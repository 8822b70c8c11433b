import type { AnyNode, Pattern } from "acorn";
import type { Method } from "../model/methods.ts";
import { propertyName } from "./nodes.ts";

/** Tells whether users see what a method returns, and later steps get it. */
export function isShown({ kind, phase, result }: Method): boolean {
  const isOfStep = ["trigger", "action", "search", "hydrator"].includes(kind);
  return isOfStep && phase !== "pre" && result !== "CustomFields";
}

/** The parts of a method that decide what it returns. */
export interface MethodParts {
  readonly parameters: readonly Pattern[];
  /** Each `x = …` of its `var`, `let` and `const`. */
  readonly variables: readonly InitialisedVariable[];
}

interface InitialisedVariable {
  readonly id: AnyNode;
  readonly init?: AnyNode | null | undefined;
}

/** The paths that hold the account's credentials. */
const credentials = [
  "bundle",
  "bundle.auth_fields",
  "bundle.request",
  "bundle.request.auth",
  "bundle.request.headers",
];

/** `_.extend({}, bundle)`, `JSON.stringify(bundle)` */
const copying = /(?:^|\.)(?:assign|clone|cloneDeep|defaults|extend|merge|stringify|structuredClone)$/;

/**
 * Tells whether a result of a method holds the account's credentials: the bundle itself, its `auth_fields`, or its `request` with
 * the headers. A copy (`{ ...bundle }`, `_.extend({}, bundle.request)`) and a value within the result (`[bundle]`) count, and so
 * does a variable of the method that holds one.
 */
export function returnsCredentials(result: AnyNode, { parameters, variables }: MethodParts): boolean {
  const paths: Paths = new Map();
  const [bundle] = parameters;
  if (bundle) name(bundle, "bundle", paths);
  for (const { id, init } of variables) {
    const path = init && pathOf(init, paths);
    if (path) name(id, path, paths);
  }
  const looked = new Set<InitialisedVariable>();
  return holds(result);

  function holds(given: AnyNode): boolean {
    const node = unwrapped(given);
    const path = pathOf(node, paths);
    if (path !== undefined) return credentials.includes(path);
    if (node.type === "Identifier") return variables.some((it) => isHeldBy(it, node.name));
    return partsOf(node).some(holds);
  }

  function isHeldBy(variable: InitialisedVariable, of: string): boolean {
    const { id, init } = variable;
    if (id.type !== "Identifier" || id.name !== of || !init || looked.has(variable)) return false;
    looked.add(variable);
    return holds(init);
  }
}

/** The paths that the names of a method stand for: `request` -> `bundle.request`. */
type Paths = Map<string, string>;

/** Adds the names of a pattern that gets the value of a path. */
function name(pattern: AnyNode, path: string, paths: Paths): void {
  if (pattern.type === "Identifier") paths.set(pattern.name, path);
  if (pattern.type === "AssignmentPattern") name(pattern.left, path, paths);
  if (pattern.type !== "ObjectPattern") return;
  for (const property of pattern.properties) {
    if (property.type === "RestElement") name(property.argument, path, paths);
    else name(property.value, `${path}.${propertyName(property.key, property)}`, paths);
  }
}

/** `bundle.request` of `bundle["request"]`, or of a name that stands for it. */
function pathOf(given: AnyNode, paths: Paths): string | undefined {
  const node = unwrapped(given);
  if (node.type === "Identifier") return paths.get(node.name);
  if (node.type !== "MemberExpression") return undefined;
  const object = pathOf(node.object, paths);
  return object === undefined ? undefined : `${object}.${propertyName(node.property, node)}`;
}

/** The expressions whose values are in that of another. */
function partsOf(node: AnyNode): readonly AnyNode[] {
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.filter((it) => it !== null);
    case "ObjectExpression":
      return node.properties.map((it) => (it.type === "SpreadElement" ? it : it.value));
    case "SpreadElement":
    case "AwaitExpression":
      return node.argument ? [node.argument] : [];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "LogicalExpression":
      return [node.left, node.right];
    case "SequenceExpression":
      return node.expressions.slice(-1);
    case "AssignmentExpression":
      return [node.right];
    case "CallExpression":
      return copying.test(dotted(node.callee)) ? node.arguments : [];
    default:
      return [];
  }
}

/** `Object.assign`, of a chain of plain names. */
function dotted(node: AnyNode): string {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  return `${dotted(node.object)}.${propertyName(node.property, node) ?? ""}`;
}

/** Without parentheses, and without the types of TypeScript, which acorn's nodes do not list. */
function unwrapped(node: AnyNode): AnyNode {
  let inner = node;
  while (/^(?:Parenthesized|TS\w*)Expression$|^TSTypeAssertion$/.test(inner.type))
    inner = (inner as unknown as { expression: AnyNode }).expression;
  return inner;
}
