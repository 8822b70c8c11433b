import type { AnyNode, CallExpression, Node } from "acorn";
import { requiredModules } from "../../model/required-modules.ts";
import { requireMarker } from "../lowering/require-marker.ts";
import { isInEs5 } from "../traps/regular-expression.ts";
import { absent } from "./absent-modules.ts";
import {
  environment,
  isAfterEs5,
  isGiven,
  isGlobalAfterEs5,
  isMethodAfterEs5,
  withTypedArrays,
} from "./names.ts";
import { isFunction, keyOf, propertyOf, type Tree } from "./tree.ts";
import { constantText, pathOf } from "./values.ts";

/** Something in the bundle that zap.js does not find where it runs. */
export interface Lacking {
  readonly node: Node;
  /** `Map`, `Object.assign`, a method's name, a regular expression as it is written, `require("fs")`. */
  readonly name: string;
  readonly is: "global" | "static" | "method" | "regular expression" | "module" | "early require";
  /** The names by which a program can ask whether it is there. */
  readonly asked: readonly string[];
}

/** Finds all that the bundle uses and ES5 and the platform do not have, whether it is reached or not. */
export function lackingIn(tree: Tree): Lacking[] {
  const made = madeIn(tree);
  const rules = [lackingGlobal, lackingStatic, lackingMethod, lackingExpression, lackingModule];
  return tree.nodes.flatMap((node) => rules.flatMap((rule) => rule(node, tree, made) ?? []));
}

/** What a program itself gives. */
interface Made {
  /** `Object.assign = …`: by their paths. */
  readonly paths: ReadonlySet<string>;
  /** The names of the properties that it gives to anything. */
  readonly properties: ReadonlySet<string>;
}

function madeIn(tree: Tree): Made {
  const paths = new Set<string>();
  const properties = new Set<string>();
  for (const node of tree.nodes) {
    const set = node.type === "AssignmentExpression" ? (node.left as AnyNode) : undefined;
    const name = (set && propertyOf(set)) ?? keyOf(node) ?? textOf(node);
    if (name !== undefined) properties.add(name);
    if (set?.type === "MemberExpression") paths.add(pathOf(set, tree) ?? "");
    if (node.type === "CallExpression" && propertyOf(node.callee as AnyNode) === "defineProperty") {
      const [object, key] = node.arguments;
      if (object && key) paths.add(`${pathOf(object, tree)}.${textOf(key as AnyNode)}`);
    }
  }
  return { paths, properties };
}

function textOf(node: AnyNode): string | undefined {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function lackingGlobal(node: AnyNode, tree: Tree): Lacking | undefined {
  if (!tree.isGlobal(node) || isGiven(node.name)) return undefined;
  const around = tree.around(node);
  if (around?.type === "UnaryExpression" && around.operator === "typeof") return undefined;
  return { node, name: node.name, is: "global", asked: [node.name, ...companionsOf(node.name)] };
}

/** What a program asks for to know whether it has a global, too. */
function companionsOf(name: string): readonly string[] {
  if (!isGlobalAfterEs5(name)) return environment;
  return /Array$|^ArrayBuffer$|^DataView$/.test(name) ? withTypedArrays : [];
}

/** `Object.assign(…)`, `Array.prototype.includes.call(…)`, `Number.EPSILON`, and the same through a variable. */
function lackingStatic(node: AnyNode, tree: Tree, { paths }: Made): Lacking | undefined {
  if (!isUsed(node, tree)) return undefined;
  const path = pathOf(node, tree);
  if (path === undefined || !isAfterEs5(path) || paths.has(path)) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  const isMethod = path.includes(".prototype.");
  return { node, name: isMethod ? name : path, is: isMethod ? "method" : "static", asked: [name] };
}

/** Whether a value must be there: it is called, or something is read from it. */
function isUsed(node: AnyNode, tree: Tree): boolean {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return false;
  const around = tree.around(node);
  if (!around) return false;
  if (around.type === "CallExpression" || around.type === "NewExpression")
    return around.callee === node || isConstant(node);
  if (around.type === "MemberExpression") return around.object === node || isConstant(node);
  return (
    isConstant(node) && !/^(Unary|Logical|Conditional|Assignment)Expression$|^IfStatement$/.test(around.type)
  );
}

/** `Number.EPSILON` */
function isConstant(node: AnyNode): boolean {
  return /^[A-Z][A-Z_\d]+$/.test(propertyOf(node) ?? "");
}

/** `text.padStart(…)`: under a name that says so of whatever it is called. */
function lackingMethod(node: AnyNode, tree: Tree, { properties }: Made): Lacking | undefined {
  if (node.type !== "CallExpression") return undefined;
  const callee = node.callee as AnyNode;
  const name = propertyOf(callee);
  if (callee.type !== "MemberExpression" || name === undefined || properties.has(name)) return undefined;
  if (!isMethodAfterEs5(name) && !isByItsArguments(name, node, tree)) return undefined;
  // Of a library of the platform, or found by its path already.
  if (tree.isGlobal(callee.object) || isAfterEs5(pathOf(callee, tree) ?? "")) return undefined;
  return { node: callee, name, is: "method", asked: [name] };
}

/** Names that others have, too, with other arguments: `list.find(function …)`, `text.normalize("NFD")`. */
function isByItsArguments(name: string, { arguments: [first] }: CallExpression, tree: Tree): boolean {
  if (name === "find") return first !== undefined && isFunction(first);
  if (name === "normalize") return !first || /^NFK?[CD]$/.test(constantText(first, tree) ?? "");
  return false;
}

/** A literal, or `new RegExp(…)` of constant texts, as which the bundler writes what is beyond ES5. */
function lackingExpression(node: AnyNode, tree: Tree): Lacking | undefined {
  const found = expressionOf(node, tree);
  if (!found || isInEs5(found.pattern, found.flags)) return undefined;
  return { node, name: `/${found.pattern}/${found.flags}`, is: "regular expression", asked: [] };
}

function expressionOf(node: AnyNode, tree: Tree): { pattern: string; flags: string } | undefined {
  if (node.type === "Literal" && "regex" in node && node.regex) return node.regex;
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return undefined;
  const { callee } = node;
  if (!tree.isGlobal(callee) || callee.name !== "RegExp") return undefined;
  const [pattern, flags] = node.arguments.map((it) => constantText(it, tree));
  if (pattern === undefined || (node.arguments.length > 1 && flags === undefined)) return undefined;
  return { pattern, flags: flags ?? "" };
}

/** Each place that loads a module of Node.js, or one that is not installed; of those that the platform gives, too early. */
function lackingModule(node: AnyNode, tree: Tree): Lacking[] | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const name = textOf((node.arguments[0] ?? node) as AnyNode);
  if (node.callee.name !== requireMarker || name === undefined) return undefined;
  const asked = [name, ...environment];
  const isThere = requiredModules.some((it) => it === name);
  return placesOf(node, tree)
    .filter((place) => !isThere || runsAtOnce(place, tree, new Set()))
    .map((node) => ({ node, name, is: isThere ? "early require" : "module", asked }));
}

/** Where a module is asked for: where `require` is called, or the module is loaded that stands for it. */
function placesOf(node: AnyNode, tree: Tree): Node[] {
  let around: AnyNode | undefined = node;
  while (around && keyOf(around)?.startsWith(`${absent}:`) !== true) around = tree.around(around);
  const module = around?.type === "Property" ? tree.nameOf(around.value) : undefined;
  return module ? tree.usesOf(module) : [node];
}

/** Whether a node runs while the file loads. */
function runsAtOnce(node: Node, tree: Tree, seen: Set<Node>): boolean {
  let inside = node as AnyNode;
  for (let around = tree.around(node); around; around = tree.around(around)) {
    if (isFunction(inside) && !isCalledAtOnce(inside, around)) {
      const module = tree.nameOf(inside);
      if (around.type !== "Property" || !module || seen.has(inside)) return false;
      seen.add(inside);
      return tree.usesOf(module).some((use) => runsAtOnce(use, tree, seen));
    }
    inside = around;
  }
  return true;
}

/** `(function () {…})()`, `(function () {…}).call(this)` */
function isCalledAtOnce(called: AnyNode, around: AnyNode): boolean {
  return (around.type === "CallExpression" && around.callee === called) || propertyOf(around) === "call";
}
