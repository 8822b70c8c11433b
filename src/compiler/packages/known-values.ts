import { type AnyFunction, type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";
import type { Binding } from "../tree/scope.ts";
import { isFunctionOfEs5, isGiven, isLacking } from "./platform-names.ts";
import { type ProgramIndex, propertyOf } from "./program-index.ts";

/** The known value of an expression where ES5 and the platform are, and nothing else. */
interface StaticValue {
  /** True if it counts as true; absent where that is not known. */
  readonly truth?: boolean;
  readonly type?: "object" | "function";
  /** The value itself. */
  readonly is?: { readonly value: unknown };
}

const unknown: StaticValue = {};
const exactly = (value: unknown): StaticValue => ({ truth: Boolean(value), is: { value } });
// Variables can be made of each other.
const MOST_STEPS = 12;

/** Tells whether an expression is true or false where there is nothing but ES5 and the platform: `typeof Map === "function"`. */
export function truthOf(node: AnyNode, index: ProgramIndex): boolean | undefined {
  return known(node, index, 0).truth;
}

/** The text that an expression is, if it is always the same. */
export function constantText(node: AnyNode, index: ProgramIndex): string | undefined {
  const value = known(node, index, 0).is?.value;
  return typeof value === "string" ? value : undefined;
}

function known(given: AnyNode, index: ProgramIndex, steps: number): StaticValue {
  if (steps > MOST_STEPS) return unknown;
  const node = given;
  const of = (inner: AnyNode) => known(inner, index, steps + 1);
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
      return ofVariable(node, index, of);
    case "MemberExpression":
      return isLacking(builtInPath(node, index) ?? "", index.engine) ? exactly(undefined) : unknown;
    case "UnaryExpression":
      return ofUnary(node, index, of);
    case "LogicalExpression":
      return either(node.operator, of(node.left), of(node.right));
    case "BinaryExpression":
      if (asksForType(node, index)) return exactly(!node.operator.startsWith("="));
      return calculated(node.operator, of(node.left), of(node.right));
    case "ConditionalExpression": {
      const { truth } = of(node.test);
      return truth === undefined ? unknown : of(truth ? node.consequent : node.alternate);
    }
    case "AssignmentExpression":
      return node.operator === "=" ? of(node.right) : unknown;
    case "CallExpression":
      return ofCall(node, index, of);
    default:
      return unknown;
  }
}

function ofVariable(node: AnyNode, index: ProgramIndex, of: (node: AnyNode) => StaticValue): StaticValue {
  if (index.isGlobal(node)) {
    if (node.name === "undefined") return exactly(undefined);
    return isFunctionOfEs5(node.name) ? { truth: true, type: "function" } : unknown;
  }
  if (isOfModule(node, index)) return { truth: true, type: "object" };
  const value = index.valueOf(node);
  const given = value ? of(value) : unknown;
  // Before it gets its value, it is as good as false.
  return startsUndefined(index.bindingOf(node)) && given.truth !== false ? unknown : given;
}

/** `var a;` */
function startsUndefined(binding: Binding | undefined): boolean {
  return binding?.references.some(({ isDeclaration, write }) => isDeclaration && !write) ?? false;
}

/** `exports` and `module` of CommonJS. */
function isOfModule(node: AnyNode, index: ProgramIndex): boolean {
  const [first] = index.bindingOf(node)?.references ?? [];
  const wrapper = first && index.parentOf(first.node);
  if (!wrapper || !isFunction(wrapper) || !is(index.parentOf(wrapper), "Property")) return false;
  return wrapper.params.some((it) => it === first.node) && index.nameOf(wrapper) !== undefined;
}

function ofUnary(
  { argument, operator }: { argument: AnyNode; operator: string },
  index: ProgramIndex,
  of: (node: AnyNode) => StaticValue,
): StaticValue {
  if (operator === "void") return exactly(undefined);
  const { truth, type, is } = of(argument);
  if (operator === "!") return truth === undefined ? unknown : exactly(!truth);
  if (operator !== "typeof") return unknown;
  if (index.isGlobal(argument) && !isGiven(argument.name, index.engine)) return exactly("undefined");
  if (type) return exactly(type);
  return is ? exactly(typeof is.value) : unknown;
}

function either(operator: string, left: StaticValue, right: StaticValue): StaticValue {
  const decisive = operator === "||";
  if (left.truth !== undefined) return left.truth === decisive ? left : right;
  return right.truth === decisive ? { truth: decisive } : unknown;
}

/** `typeof value === "symbol"`: in ES5 no value is one. */
function asksForType({ operator, left, right }: NodeOf<"BinaryExpression">, index: ProgramIndex): boolean {
  if (index.engine !== "es5" || !/^[!=]==?$/.test(operator)) return false;
  const sides = [left, right];
  const isOfType = sides.some((it) => it.type === "UnaryExpression" && it.operator === "typeof");
  return isOfType && sides.some((it) => /^(symbol|bigint)$/.test(constantText(it, index) ?? ""));
}

function calculated(operator: string, { is: left }: StaticValue, { is: right }: StaticValue): StaticValue {
  if (!left || !right) return unknown;
  if (operator === "+" && typeof left.value === "string") return exactly(left.value + String(right.value));
  if (!/^[!=]==?$/.test(operator)) return unknown;
  const isNothing = left.value == null && right.value == null;
  const isSame = left.value === right.value || (operator.length === 2 && isNothing);
  return exactly(isSame === operator.startsWith("="));
}

/** The exports of a module, or the value of a function of one `return`. */
function ofCall(
  node: NodeOf<"CallExpression">,
  index: ProgramIndex,
  of: (node: AnyNode) => StaticValue,
): StaticValue {
  const module = index.valueOf(node);
  if (module) return of(module);
  const called = isFunction(node.callee) ? node.callee : index.valueOf(node.callee);
  const returned = called && isFunction(called) ? onlyStatementOf(called) : undefined;
  return is(returned, "ReturnStatement") ? of(returned.argument ?? node) : unknown;
}

function onlyStatementOf({ body }: AnyFunction): AnyNode | undefined {
  return is(body, "BlockStatement") && body.body.length === 1 ? body.body[0] : undefined;
}

/** `Object.assign` for an expression that stands for it: itself, a variable that holds it; `Array.prototype.includes` for `[].includes`. */
export function builtInPath(given: AnyNode, index: ProgramIndex, steps = 0): string | undefined {
  if (steps > MOST_STEPS) return undefined;
  const node = given;
  if (node.type === "Identifier") {
    if (index.isGlobal(node)) return node.name;
    const value = index.valueOf(node);
    return value && builtInPath(value, index, steps + 1);
  }
  const name = propertyOf(node);
  if (node.type !== "MemberExpression" || name === undefined) return undefined;
  const type = typeOf(node.object, index, steps + 1);
  const object = type ? `${type}.prototype` : builtInPath(node.object, index, steps + 1);
  return object && `${object}.${name}`;
}

// The methods that give texts and arrays, whatever they are called on: unless the program has a method of that name.
const methodTypes: { readonly [method: string]: string } = {
  ...{ charAt: "String", join: "String", replace: "String", substr: "String", substring: "String" },
  ...{ toFixed: "String", toLowerCase: "String", toUpperCase: "String", trim: "String", split: "Array" },
};
const functionTypes: { readonly [path: string]: string } = {
  ...{ Array: "Array", "Object.keys": "Array", "Object.getOwnPropertyNames": "Array" },
  ...{ "Array.prototype.slice.call": "Array", "Array.prototype.concat.call": "Array" },
  ...{ String: "String", "JSON.stringify": "String", "String.fromCharCode": "String" },
};

/** Tells whether an expression is surely a text or an array: `String` or `Array`. */
function typeOf(given: AnyNode, index: ProgramIndex, steps: number): string | undefined {
  if (steps > MOST_STEPS) return undefined;
  const node = given;
  const of = (inner: AnyNode) => typeOf(inner, index, steps + 1);
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
      const value = index.valueOf(node);
      return value && of(value);
    }
    case "CallExpression":
    case "NewExpression": {
      const name = propertyOf(node.callee) ?? "";
      if (Object.hasOwn(methodTypes, name) && !index.givesProperty(name)) return methodTypes[name];
      return functionTypes[builtInPath(node.callee, index, steps + 1) ?? ""];
    }
    default:
      return undefined;
  }
}
