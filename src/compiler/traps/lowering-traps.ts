import type { Class, Function as FunctionNode, Node, ObjectExpression } from "oxc-parser";
import type { SourceNodes } from "../nodes.ts";
import { styleTraps } from "./style-traps.ts";
import type { Trap } from "./traps.ts";

/** What does something else once it is lowered to ES5, and what JSHint marks then. */
export const loweringTraps: readonly Trap[] = [
  {
    code: "class-name",
    isOfSources: true,
    nodes: ["ClassDeclaration", "ClassExpression"],
    found: (node) => !hasCapital(node as Class) && !(node as Class).declare,
    message: "In ES5 a class is a function: the editor marks `this` in one that has no name with a capital.",
    hint: "Give the class a name that begins with a capital: `class Thing`.",
  },
  {
    // TypeScript itself reports `this` in functions that do not declare it.
    code: "this-parameter",
    isOfSources: true,
    nodes: ["FunctionDeclaration"],
    found: (node) => !hasCapital(node as FunctionNode) && hasThisParameter(node as FunctionNode),
    message: "The editor marks `this` in a function that is no method.",
    hint: "Take it as a plain parameter.",
  },
  {
    code: "arguments-in-arrow",
    nodes: ["Identifier"],
    found: (node, { parentOf, around }) =>
      isArguments(node, parentOf) && around(node).find(isFunction)?.type === "ArrowFunctionExpression",
    message: "In ES5 an arrow function has `arguments` of its own, and not those of the function around it.",
    hint: "Use a rest parameter: `(...values)`.",
  },
  {
    code: "arguments-in-loop",
    nodes: ["Identifier"],
    found: (node, { parentOf, around }) => isArguments(node, parentOf) && isInCapturedLoop(around(node)),
    message:
      "In ES5 the body of a loop becomes a function where another function uses its variables, with `arguments` of its own.",
    hint: "Use a rest parameter: `(...values)`.",
  },
  {
    code: "super-in-object",
    nodes: ["Super"],
    found: (node, { around }) => !isMethodOfClass(around(node)),
    message: "In ES5 only a class has `super`, an object has not.",
    hint: "Call the function by its name: `Object.prototype.toString.call(this)`.",
  },
  {
    code: "super-property",
    nodes: ["Super"],
    found: (node, { around }) => isUncalledMember(around(node)),
    message: "In ES5 `super.property` reads the prototype: a getter does not get this object.",
    hint: "Write a method, and call it: `super.method()`.",
  },
  {
    code: "accessor-after-spread",
    nodes: ["ObjectExpression"],
    found: (node) => hasAccessorAfterSpread(node as ObjectExpression),
    message:
      "In ES5 an accessor after a spread is called once, while the object is made, and becomes a plain value.",
    hint: "Write the value, or a method.",
  },
  {
    // TypeScript itself reports `[...text]` and `[a, b] = text`; of a loop it cannot be told to.
    code: "loop-over-text",
    nodes: ["ForOfStatement"],
    found: (node) => node.type === "ForOfStatement" && isText(node.right),
    message: "In ES5 `for…of` takes a text apart by code units: an emoji becomes two halves.",
    hint: 'Use `text.split("")` where there are no such characters.',
  },
  {
    code: "array-hole",
    isOfSources: true,
    nodes: ["ArrayExpression"],
    found: (node) => "elements" in node && (node.elements as unknown[]).includes(null),
    message: "An array with a hole: the editor marks it, and a spread does not fill it in ES5.",
    hint: "Write `undefined`.",
  },
  ...styleTraps,
];

function isFunction({ type }: Node): boolean {
  return hasOwnThis({ type } as Node) || type === "ArrowFunctionExpression";
}

/** Arrow functions have the `this` of what is around them. */
function hasOwnThis({ type }: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|PropertyDefinition|StaticBlock)$/.test(type);
}

function hasThisParameter({ params: [first] }: FunctionNode): boolean {
  return first?.type === "Identifier" && first.name === "this";
}

/** JSHint takes a function for a constructor when its name begins with a capital. */
function hasCapital({ id }: Class | FunctionNode): boolean {
  return /^[A-Z$]/.test(id?.name ?? "");
}

/** `arguments`, and not `x.arguments` or `{ arguments: 1 }` */
function isArguments(node: Node, parentOf: SourceNodes["parentOf"]): boolean {
  if (node.type !== "Identifier" || node.name !== "arguments") return false;
  const parent = parentOf(node);
  if (parent?.type === "MemberExpression") return parent.object === node || parent.computed;
  return !(parent?.type === "Property" && parent.key === node && !parent.shorthand);
}

/** Whether the nearest loop inside the same function makes functions, which could use its variables. */
function isInCapturedLoop(around: readonly Node[]): boolean {
  const inside = around.slice(0, around.findIndex(isFunction));
  return inside.some((node) => /^(For|While|DoWhile)/.test(node.type) && makesFunctions(node));
}

function makesFunctions(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("type" in node && isFunction(node as Node)) return true;
  return Object.values(node).some(makesFunctions);
}

/** Whether the nearest thing with a `this` of its own belongs to a class. */
function isMethodOfClass(around: readonly Node[]): boolean {
  return /^(MethodDefinition|ClassBody)$/.test(around[around.findIndex(hasOwnThis) + 1]?.type ?? "");
}

function isUncalledMember([member, call]: readonly Node[]): boolean {
  return member?.type === "MemberExpression" && !(call?.type === "CallExpression" && call.callee === member);
}

function hasAccessorAfterSpread({ properties }: ObjectExpression): boolean {
  const spread = properties.findIndex(({ type }) => type === "SpreadElement");
  return spread >= 0 && properties.slice(spread).some((it) => it.type === "Property" && it.kind !== "init");
}

function isText(node: Node): boolean {
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}
