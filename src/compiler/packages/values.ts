import type { AnyNode, BinaryExpression, Function as FunctionNode, Node, ReturnStatement } from "acorn";
import { isAfterEs5, isGiven } from "./names.ts";
import { isFunction, propertyOf, type Tree } from "./tree.ts";

/** What is known of a value where ES5 and the platform are, and nothing else. */
interface Known {
  /** Whether it counts as true; absent where that is not known. */
  readonly truth?: boolean;
  readonly type?: "object" | "function";
  /** The value itself. */
  readonly is?: { readonly value: unknown };
}

const unknown: Known = {};
const exactly = (value: unknown): Known => ({ truth: Boolean(value), is: { value } });
// Variables can be made of each other.
const MOST_STEPS = 12;

/** Whether an expression is true or false where there is nothing but ES5 and the platform: `typeof Map === "function"`. */
export function truthOf(node: Node, tree: Tree): boolean | undefined {
  return known(node, tree, 0).truth;
}

/** The text that an expression is, if it is always the same. */
export function constantText(node: Node, tree: Tree): string | undefined {
  const value = known(node, tree, 0).is?.value;
  return typeof value === "string" ? value : undefined;
}

function known(given: Node, tree: Tree, steps: number): Known {
  if (steps > MOST_STEPS) return unknown;
  const node = given as AnyNode;
  const of = (inner: Node) => known(inner, tree, steps + 1);
  switch (node.type) {
    case "Literal":
      return "regex" in node && node.regex ? { truth: true, type: "object" } : exactly(node.value);
    case "FunctionExpression":
    case "FunctionDeclaration":
      return { truth: true, type: "function" };
    case "ObjectExpression":
    case "ArrayExpression":
      return { truth: true, type: "object" };
    case "Identifier":
      return ofVariable(node, tree, of);
    case "MemberExpression":
      return isAfterEs5(pathOf(node, tree) ?? "") ? exactly(undefined) : unknown;
    case "UnaryExpression":
      return ofUnary(node, tree, of);
    case "LogicalExpression":
      return either(node.operator, of(node.left), of(node.right));
    case "BinaryExpression":
      if (asksForType(node, tree)) return exactly(!node.operator.startsWith("="));
      return calculated(node.operator, of(node.left), of(node.right));
    case "ConditionalExpression": {
      const { truth } = of(node.test);
      return truth === undefined ? unknown : of(truth ? node.consequent : node.alternate);
    }
    case "AssignmentExpression":
      return node.operator === "=" ? of(node.right) : unknown;
    case "CallExpression":
      return ofCall(node, tree, of);
    default:
      return unknown;
  }
}

function ofVariable(node: Node, tree: Tree, of: (node: Node) => Known): Known {
  if (tree.isGlobal(node)) return node.name === "undefined" ? exactly(undefined) : unknown;
  if (isOfModule(node, tree)) return { truth: true, type: "object" };
  const value = tree.valueOf(node);
  const given = value ? of(value) : unknown;
  // Before it gets its value, it is as good as false.
  return tree.variableOf(node)?.isLate && given.truth !== false ? unknown : given;
}

/** `exports` and `module` of CommonJS. */
function isOfModule(node: Node, tree: Tree): boolean {
  const variable = tree.variableOf(node);
  const [place] = variable?.places ?? [];
  const wrapper = place && tree.around(place.node);
  if (!wrapper || !isFunction(wrapper) || tree.around(wrapper)?.type !== "Property") return false;
  return wrapper.params.some((it) => it === place.node) && tree.nameOf(wrapper) !== undefined;
}

function ofUnary(
  { argument, operator }: { argument: Node; operator: string },
  tree: Tree,
  of: (node: Node) => Known,
): Known {
  if (operator === "void") return exactly(undefined);
  const { truth, type, is } = of(argument);
  if (operator === "!") return truth === undefined ? unknown : exactly(!truth);
  if (operator !== "typeof") return unknown;
  if (tree.isGlobal(argument) && !isGiven(argument.name)) return exactly("undefined");
  if (type) return exactly(type);
  return is ? exactly(typeof is.value) : unknown;
}

function either(operator: string, left: Known, right: Known): Known {
  const decisive = operator === "||";
  if (left.truth !== undefined) return left.truth === decisive ? left : right;
  return right.truth === decisive ? { truth: decisive } : unknown;
}

/** `typeof value === "symbol"`: no value is one. */
function asksForType({ operator, left, right }: BinaryExpression, tree: Tree): boolean {
  if (!/^[!=]==?$/.test(operator)) return false;
  const sides = [left, right];
  const isOfType = sides.some((it) => it.type === "UnaryExpression" && it.operator === "typeof");
  return isOfType && sides.some((it) => /^(symbol|bigint)$/.test(constantText(it, tree) ?? ""));
}

function calculated(operator: string, { is: left }: Known, { is: right }: Known): Known {
  if (!left || !right) return unknown;
  if (operator === "+" && typeof left.value === "string") return exactly(left.value + String(right.value));
  if (!/^[!=]==?$/.test(operator)) return unknown;
  const isNothing = left.value == null && right.value == null;
  const isSame = left.value === right.value || (operator.length === 2 && isNothing);
  return exactly(isSame === operator.startsWith("="));
}

/** What a module is, or what a function of one `return` gives. */
function ofCall(node: Node & { callee: Node }, tree: Tree, of: (node: Node) => Known): Known {
  const module = tree.valueOf(node);
  if (module) return of(module);
  const called = isFunction(node.callee) ? node.callee : tree.valueOf(node.callee);
  const returned = called && isFunction(called) ? onlyStatementOf(called) : undefined;
  return returned?.type === "ReturnStatement" ? of((returned as ReturnStatement).argument ?? node) : unknown;
}

function onlyStatementOf({ body }: FunctionNode): Node | undefined {
  return body.type === "BlockStatement" && body.body.length === 1 ? body.body[0] : undefined;
}

/** `Object.assign` for what stands for it: itself, a variable that holds it; `Array.prototype.includes` for `[].includes`. */
export function pathOf(given: Node, tree: Tree, steps = 0): string | undefined {
  if (steps > MOST_STEPS) return undefined;
  const node = given as AnyNode;
  if (node.type === "Identifier") {
    if (tree.isGlobal(node)) return node.name;
    const value = tree.valueOf(node);
    return value && pathOf(value, tree, steps + 1);
  }
  const name = propertyOf(node);
  if (node.type !== "MemberExpression" || name === undefined) return undefined;
  const type = typeOf(node.object, tree, steps + 1);
  const object = type ? `${type}.prototype` : pathOf(node.object, tree, steps + 1);
  return object && `${object}.${name}`;
}

// What gives texts and arrays, whatever it is called on.
const methodTypes: { readonly [method: string]: string } = {
  ...{ charAt: "String", join: "String", replace: "String", substr: "String", substring: "String" },
  ...{ toFixed: "String", toLowerCase: "String", toUpperCase: "String", trim: "String", split: "Array" },
};
const functionTypes: { readonly [path: string]: string } = {
  ...{ Array: "Array", "Object.keys": "Array", "Object.getOwnPropertyNames": "Array" },
  ...{ "Array.prototype.slice.call": "Array", "Array.prototype.concat.call": "Array" },
  ...{ String: "String", "JSON.stringify": "String", "String.fromCharCode": "String" },
};

/** Whether an expression is surely a text or an array: `String` or `Array`. */
function typeOf(given: Node, tree: Tree, steps: number): string | undefined {
  if (steps > MOST_STEPS) return undefined;
  const node = given as AnyNode;
  const of = (inner: Node) => typeOf(inner, tree, steps + 1);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? "String" : undefined;
    case "ArrayExpression":
      return "Array";
    case "UnaryExpression":
      return node.operator === "typeof" ? "String" : undefined;
    case "BinaryExpression":
      return node.operator === "+" && [node.left, node.right].some((it) => of(it) === "String")
        ? "String"
        : undefined;
    case "Identifier": {
      const value = tree.valueOf(node);
      return value && of(value);
    }
    case "CallExpression":
    case "NewExpression": {
      const name = propertyOf(node.callee as AnyNode) ?? "";
      if (Object.hasOwn(methodTypes, name)) return methodTypes[name];
      return functionTypes[pathOf(node.callee, tree, steps + 1) ?? ""];
    }
    default:
      return undefined;
  }
}
