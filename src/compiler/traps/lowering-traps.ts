import type { Class, Function as FunctionNode, Node } from "oxc-parser";
import { styleTraps } from "./style-traps.ts";
import type { Trap } from "./trap.ts";

/** The constructs that mean something else once they are lowered to ES5, and those that JSHint marks then. */
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
    // TypeScript itself reports `[...text]` and `[a, b] = text`; of a loop it cannot be told to.
    code: "loop-over-text",
    engine: "es5",
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
  {
    // Source: esbuild 0.28.2, which reads the sources for the metadata, too.
    code: "enum-brackets",
    nodes: ["TSEnumMember"],
    found: (node) => node.type === "TSEnumMember" && node.computed,
    message: "esbuild, which zapc bundles with, does not read the name of an enum's member in brackets.",
    hint: 'Leave out the brackets: `a = 1`, or `"a-b" = 1`.',
  },
  ...styleTraps,
];

function hasThisParameter({ params: [first] }: FunctionNode): boolean {
  return first?.type === "Identifier" && first.name === "this";
}

/** JSHint takes a function for a constructor when its name begins with a capital. */
function hasCapital({ id }: Class | FunctionNode): boolean {
  return /^[A-Z$]/.test(id?.name ?? "");
}

function isText(node: Node): boolean {
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}
