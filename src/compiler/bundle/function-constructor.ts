import type { Node } from "oxc-parser";
import { es5, es5Functions } from "../../source/es5-only.ts";
import { packageOf } from "../../source/package-of.ts";
import type { Source } from "../../source/source.ts";
import type { Edits } from "./edits.ts";

/*
 * The legacy runtime leaves `Function` undefined. Packages use it for two things that can be had without: the global object, for
 * which strict mode has no other way where there is no `globalThis`, and the methods that all functions have.
 */

const names = [...Object.keys(es5), ...es5Functions.split(" ")].filter(
  (name) => !["Function", "escape", "eval", "undefined", "unescape"].includes(name),
);
// They are not there while the file loads.
const timers = ["setTimeout", "clearTimeout"].map((name) => `${name}: (...given) => ${name}(...given)`);
const globalObject = `(typeof globalThis === "object" ? globalThis : { ${[...names, ...timers].join(", ")} })`;

const functionPrototype = "Object.getPrototypeOf(function () {})";

/** `Function("return this")()` -> the global object, and `Function.prototype` -> the same by a function; in packages. */
export function replaceFunctionConstructor({ nodes, path, text }: Source, edits: Edits): void {
  if (packageOf(path) === undefined || !text.includes("Function")) return;
  for (const { callee, start, end } of nodes.ofType("CallExpression"))
    if (isGlobalFunction(withoutParentheses(callee))) edits.replace(start, end, globalObject);
  for (const { object, property, computed, start, end } of nodes.ofType("MemberExpression")) {
    const isPrototype = !computed && property.type === "Identifier" && property.name === "prototype";
    if (isPrototype && object.type === "Identifier" && object.name === "Function")
      edits.replace(start, end, functionPrototype);
  }
}

/** `Function("return this")`, `new Function("return this;")` */
function isGlobalFunction(node: Node): boolean {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  const { callee, arguments: given } = node;
  const [body] = given;
  if (callee.type !== "Identifier" || callee.name !== "Function" || given.length !== 1) return false;
  return body?.type === "Literal" && /^\s*return this\s*;?\s*$/.test(String(body.value));
}

function withoutParentheses(node: Node): Node {
  return node.type === "ParenthesizedExpression" ? withoutParentheses(node.expression) : node;
}
