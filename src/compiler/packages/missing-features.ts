import { isRequired } from "../../model/required-modules.ts";
import { absent } from "../bundle/absent-modules.ts";
import { isInEs5 } from "../traps/regular-expression.ts";
import { type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";
import { builtInPath, constantText } from "./known-values.ts";
import {
  environment,
  isGiven,
  isGlobalAfterEs5,
  isLacking,
  isMethodAfterEs5,
  withTypedArrays,
} from "./platform-names.ts";
import { type ProgramIndex, propertyKey, propertyOf, stringOf } from "./program-index.ts";

/** Something in the bundle that zap.js does not find where it runs. */
export interface MissingFeature {
  readonly node: AnyNode;
  /** `Map`, `Object.assign`, a method's name, a regular expression as it is written, `require("fs")`. */
  readonly name: string;
  readonly is: "global" | "static" | "method" | "regular expression" | "module" | "early require";
  /** The names by which a program can ask whether it is there. */
  readonly asked: readonly string[];
}

/** Finds all that the bundle uses and ES5 and the platform do not have, whether it is reached or not. */
export function missingFeaturesIn(index: ProgramIndex): MissingFeature[] {
  const given = pathsGivenIn(index);
  const rules = [missingGlobal, missingStatic, missingMethod, missingExpression, missingModule];
  return index.nodes.flatMap((node) => rules.flatMap((rule) => rule(node, index, given) ?? []));
}

/** The paths that a program itself gives a value: `Object.assign = …` */
function pathsGivenIn(index: ProgramIndex): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const node of index.nodes) {
    const set = node.type === "AssignmentExpression" ? node.left : undefined;
    if (set?.type === "MemberExpression") paths.add(builtInPath(set, index) ?? "");
    if (node.type === "CallExpression" && propertyOf(node.callee) === "defineProperty") {
      const [object, key] = node.arguments;
      if (object && key) paths.add(`${builtInPath(object, index)}.${stringOf(key)}`);
    }
  }
  return paths;
}

function missingGlobal(node: AnyNode, index: ProgramIndex): MissingFeature | undefined {
  if (!index.isGlobal(node) || isGiven(node.name, index.engine)) return undefined;
  const around = index.parentOf(node);
  if (around?.type === "UnaryExpression" && around.operator === "typeof") return undefined;
  return { node, name: node.name, is: "global", asked: [node.name, ...companionsOf(node.name)] };
}

/** The names that a program asks for to know whether it has a global, too. */
function companionsOf(name: string): readonly string[] {
  if (!isGlobalAfterEs5(name)) return environment;
  return /Array$|^ArrayBuffer$|^DataView$/.test(name) ? withTypedArrays : [];
}

/** `Object.assign(…)`, `Array.prototype.includes.call(…)`, `Number.EPSILON`, and the same through a variable. */
function missingStatic(
  node: AnyNode,
  index: ProgramIndex,
  given: ReadonlySet<string>,
): MissingFeature | undefined {
  if (!isUsed(node, index)) return undefined;
  const path = builtInPath(node, index);
  if (path === undefined || !isLacking(path, index.engine) || given.has(path)) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  const isMethod = path.includes(".prototype.");
  return { node, name: isMethod ? name : path, is: isMethod ? "method" : "static", asked: [name] };
}

/** Tells whether a value must be there: it is called, or something is read from it. */
function isUsed(node: AnyNode, index: ProgramIndex): boolean {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return false;
  const around = index.parentOf(node);
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
function missingMethod(node: AnyNode, index: ProgramIndex): MissingFeature | undefined {
  if (node.type !== "CallExpression" || index.engine === "node") return undefined;
  const callee = node.callee;
  const name = propertyOf(callee);
  if (callee.type !== "MemberExpression" || name === undefined || index.givesProperty(name)) return undefined;
  if (!isMethodAfterEs5(name) && !isByItsArguments(name, node, index)) return undefined;
  // A member of a library of the platform, or one that was found by its path already.
  if (index.isGlobal(callee.object) || isLacking(builtInPath(callee, index) ?? "", index.engine))
    return undefined;
  return { node: callee, name, is: "method", asked: [name] };
}

/** Names that others have, too, with other arguments: `list.find(function …)`, `text.normalize("NFD")`. */
function isByItsArguments(
  name: string,
  { arguments: [first] }: NodeOf<"CallExpression">,
  index: ProgramIndex,
): boolean {
  if (name === "find") return first !== undefined && isFunction(first);
  if (name === "normalize") return !first || /^NFK?[CD]$/.test(constantText(first, index) ?? "");
  return false;
}

/** A literal, or `new RegExp(…)` of constant texts, as which the bundler writes a literal beyond ES5. */
function missingExpression(node: AnyNode, index: ProgramIndex): MissingFeature | undefined {
  const found = index.engine === "es5" ? expressionOf(node, index) : undefined;
  if (!found || isInEs5(found.pattern, found.flags)) return undefined;
  return { node, name: `/${found.pattern}/${found.flags}`, is: "regular expression", asked: [] };
}

function expressionOf(node: AnyNode, index: ProgramIndex): { pattern: string; flags: string } | undefined {
  if (node.type === "Literal" && "regex" in node && node.regex) return node.regex;
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return undefined;
  const { callee } = node;
  if (!index.isGlobal(callee) || callee.name !== "RegExp") return undefined;
  const [pattern, flags] = node.arguments.map((it) => constantText(it, index));
  if (pattern === undefined || (node.arguments.length > 1 && flags === undefined)) return undefined;
  return { pattern, flags: flags ?? "" };
}

/** Each place that loads a module of Node.js, or one that is not installed; of those that the platform gives, too early. */
function missingModule(node: AnyNode, index: ProgramIndex): MissingFeature[] | undefined {
  if (!is(node, "CallExpression") || !index.isGlobal(node.callee) || node.callee.name !== "require")
    return undefined;
  const name = stringOf(node.arguments[0] ?? node);
  if (name === undefined) return undefined;
  const asked = [name, ...environment];
  // On the engine `node`, packages run at the first call: none of them asks too early.
  const isThere = isRequired(name, index.engine);
  return placesOf(node, index)
    .filter((place) => !isThere || (index.engine === "es5" && runsAtOnce(place, index, new Set())))
    .map((node) => ({ node, name, is: isThere ? "early require" : "module", asked }));
}

/** The places at which a module is asked for: where `require` is called, or the module is loaded that stands for it. */
function placesOf(node: AnyNode, index: ProgramIndex): AnyNode[] {
  let around: AnyNode | undefined = node;
  while (around && propertyKey(around)?.startsWith(`${absent}:`) !== true) around = index.parentOf(around);
  const module = around?.type === "Property" ? index.nameOf(around.value) : undefined;
  return module ? index.readsOf(module) : [node];
}

/** Tells whether a node runs while the file loads. */
function runsAtOnce(node: AnyNode, index: ProgramIndex, seen: Set<AnyNode>): boolean {
  let inside = node;
  for (let around = index.parentOf(node); around; around = index.parentOf(around)) {
    if (isFunction(inside) && !isCalledAtOnce(inside, around)) {
      const module = index.nameOf(inside);
      if (around.type !== "Property" || !module || seen.has(inside)) return false;
      seen.add(inside);
      return index.readsOf(module).some((use) => runsAtOnce(use, index, seen));
    }
    inside = around;
  }
  return true;
}

/** `(function () {…})()`, `(function () {…}).call(this)` */
function isCalledAtOnce(called: AnyNode, around: AnyNode): boolean {
  return (around.type === "CallExpression" && around.callee === called) || propertyOf(around) === "call";
}
