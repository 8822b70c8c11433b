import type { Node } from "oxc-parser";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { exportedName, methods, promiseOf } from "../../model/methods.ts";
import { runtimeGlobals } from "../../model/runtime-globals.ts";
import type { Engine } from "../../source/engine.ts";
import type { SourceNodes } from "../../source/nodes.ts";
import { packageOf } from "../../source/package-of.ts";
import { findingAt, isJavaScript, type Source } from "../../source/source.ts";
import { nodesWithOperands, usesFunction } from "./function-constructor.ts";
import { loweringTraps } from "./lowering-traps.ts";
import { isInEs5, whyInvalid } from "./regular-expression.ts";
import { givesCredentials } from "./returned-credentials.ts";
import type { Trap } from "./trap.ts";

const always = () => true;

const traps: readonly Trap[] = [
  {
    code: "async-function",
    nodes: ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"],
    found: (node) => "async" in node && node.async === true,
    message: "An `async` function has no counterpart in ES5.",
    more: promiseOfMethod,
    hint: "Leave out `async` and `await`: `z.request` waits for its answer by itself.",
    implies: /^TS(2705|2697|1055)|global (type|value) 'Promise/,
  },
  {
    code: "generator",
    nodes: ["FunctionDeclaration", "FunctionExpression"],
    found: (node) => "generator" in node && node.generator === true,
    message: "A generator has no counterpart in ES5.",
    hint: "Return an array.",
    implies: /global type '\w*(Iter|Generator)|type '\{\}'/,
  },
  {
    code: "private-name",
    nodes: ["BinaryExpression"],
    found: (node) => "left" in node && node.left?.type === "PrivateIdentifier",
    message:
      "In ES5 a `#private` member is a property: nothing tells whether an object was made by the class.",
    hint: "Use `instanceof` instead of `#name in object`.",
  },
  {
    code: "bigint",
    engine: "es5",
    nodes: ["Literal"],
    found: (node) => "bigint" in node,
    message: "A BigInt has no counterpart in ES5.",
    hint: 'Use a number, or a string where the digits matter. Or say `engine: "node"` in app.ts.',
    implies: /^TS2737/,
  },
  {
    // In ES5 a class calls what it extends as a function: that gives a new Array, and throws for a class of the runtime.
    code: "extends-built-in",
    engine: "es5",
    nodes: ["ClassDeclaration", "ClassExpression"],
    found: (node) => "superClass" in node && isNamed(node.superClass as Node | null, builtIns),
    message:
      "In ES5 a class can extend `Error`, and no other class that is built in: its instances would not be of the class, or it would throw.",
    hint: 'Make an instance of the built-in class, and set further properties on it. Or say `engine: "node"` in app.ts.',
  },
  {
    code: "invalid-regular-expression",
    nodes: ["Literal"],
    found: (node) => whyInvalidLiteral(node) !== undefined,
    message: "No engine can load this regular expression:",
    more: whyInvalidLiteral,
    hint: "Mend the pattern or its flags.",
    implies: /^TS(15\d\d|1005 '\)' expected)/,
  },
  {
    code: "regular-expression",
    isOfSources: true,
    engine: "es5",
    nodes: ["Literal", "NewExpression", "CallExpression"],
    found: isBeyondEs5,
    message: "ES5 has no such regular expression: on the older runtime an error is thrown in its place.",
    hint: 'Write it with the flags `g`, `i` and `m` only, and without lookbehind, named groups and `\\p{…}`. Or say `engine: "node"` in app.ts.',
    implies: /^TS15\d\d/,
  },
  {
    code: "dynamic-import",
    nodes: ["ImportExpression"],
    found: always,
    message: "zap.js is one file: nothing can be imported while it runs.",
    hint: "Import it at the top of the file.",
    implies: /^TS2712|'Promise/,
  },
  {
    code: "import-meta",
    isOfSources: true,
    nodes: ["MetaProperty"],
    found: (node) => "meta" in node && (node.meta as { readonly name?: string }).name === "import",
    message: "zap.js is one file, and no module: `import.meta` is an empty object.",
    hint: "Write the value that it should give.",
    implies: /^TS(1343|2339.*'ImportMeta')/,
  },
  {
    code: "decorator",
    nodes: ["Decorator"],
    found: always,
    message: "A decorator has no counterpart in ES5.",
    hint: "Call the function where it is needed.",
    implies: /^TS(1238|1239|1240|1241|1270)/,
  },
  {
    code: "accessor",
    nodes: ["AccessorProperty"],
    found: always,
    message: "An `accessor` keeps its value in a `#private` member, which needs WeakMap.",
    hint: "Leave out `accessor`, or write a getter and a setter.",
    implies: /^TS18045/,
  },
  {
    code: "using",
    nodes: ["VariableDeclaration"],
    found: (node) => "kind" in node && /using$/.test(String(node.kind)),
    message: "`using` needs Symbol, which ES5 has not.",
    hint: "Use `const`, and call what ends it in `finally`.",
    implies: /Disposable|Symbol\.dispose|^TS2585/,
  },
  {
    // Source: docs/platform.md, "Two runtimes". TypeScript's library for ES5 declares it.
    code: "function-constructor",
    isOfSources: true,
    engine: "es5",
    nodes: nodesWithOperands,
    found: usesFunction,
    message: "The platform leaves `Function` undefined.",
    hint: 'Write the function itself. `_.isFunction` tells whether a value is one. Or say `engine: "node"` in app.ts.',
  },
  {
    code: "json-parse",
    severity: "warning",
    isOfSources: true,
    nodes: ["MemberExpression"],
    found: (node) => isMember(node, "JSON", "parse"),
    message: "`JSON.parse` fails with an error that does not show what the API answered.",
    hint: "Use `z.JSON.parse`: its error quotes the first 100 characters.",
  },
  {
    code: "returned-credentials",
    severity: "warning",
    isOfSources: true,
    nodes: ["ReturnStatement", "ArrowFunctionExpression", "CallExpression"],
    found: givesCredentials,
    message:
      "The result holds the account's credentials: users see it in their Zaps, and every later step gets it.",
    hint: "Return only what users need: not `bundle`, `bundle.request` or `bundle.auth_fields`.",
  },
  ...loweringTraps,
];

const trapsOf = new Map<string, Trap[]>();
for (const trap of traps) {
  for (const type of trap.nodes) trapsOf.set(type, [...(trapsOf.get(type) ?? []), trap]);
}

/** The classes that only the engine `node` can extend. */
export const builtIns: readonly string[] = ["Array", "Date", "RegExp", ...runtimeGlobals];

function isNamed(node: Node | null, names: readonly string[]): boolean {
  return node?.type === "Identifier" && "name" in node && names.includes(node.name);
}

/** The fate of the promise of a function that a source declares at its top under the name of a method. */
function promiseOfMethod(node: Node, nodes: SourceNodes): string | undefined {
  const parent = nodes.parentOf(node);
  const named = parent?.type === "VariableDeclarator" ? parent : node;
  const id = "id" in named ? (named.id as Node | null) : null;
  const isAtTop = nodes.around(node).every(({ type }) => !/Function|Class|Block|Object|Call/.test(type));
  const method = isAtTop && id?.type === "Identifier" && methods.find((it) => exportedName(it) === id.name);
  return method ? promiseOf(method) : undefined;
}

function whyInvalidLiteral(node: Node): string | undefined {
  return "regex" in node ? whyInvalid(node.regex.pattern, node.regex.flags) : undefined;
}

/** A regular expression, as a literal or as `new RegExp("…", "g")` of constant texts, that ES5 does not know. */
function isBeyondEs5(node: Node): boolean {
  if (node.type === "Literal")
    return "regex" in node && !isInEs5(node.regex.pattern, node.regex.flags) && !whyInvalidLiteral(node);
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return false;
  if (!isNamed(node.callee, ["RegExp"])) return false;
  const [pattern, flags] = node.arguments.map(constantText);
  return (
    pattern !== undefined &&
    (flags !== undefined || node.arguments.length < 2) &&
    !isInEs5(pattern, flags ?? "")
  );
}

/** `"a" + "b"` -> `ab` */
function constantText(node: Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral")
    return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
  if (node.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const [left, right] = [node.left, node.right].map(constantText);
  return left === undefined || right === undefined ? undefined : left + right;
}

/** `JSON.parse`, and not `z.JSON.parse`. */
function isMember(node: Node, object: string, property: string): boolean {
  if (node.type !== "MemberExpression" || node.computed) return false;
  const { object: left, property: right } = node;
  return (
    left.type === "Identifier" &&
    left.name === object &&
    right.type === "Identifier" &&
    right.name === property
  );
}

/** The pattern of TypeScript's messages about the same as the trap of a code. */
export function impliedBy(code: string): RegExp | undefined {
  return traps.find((trap) => trap.code === code)?.implies;
}

/** Every trap in a source, in the order of the text. */
export function findTraps(source: Source, engine: Engine): Diagnostic[] {
  const { nodes } = source;
  const isOfPackage = packageOf(source.path) !== undefined;
  const isTolerant = isJavaScript(source);
  const found: { node: Node; trap: Trap }[] = [];
  for (const node of nodes.all) {
    for (const trap of trapsOf.get(node.type) ?? []) {
      if ((trap.isOfSources && isOfPackage) || (trap.engine ?? engine) !== engine) continue;
      if (trap.found(node, nodes)) found.push({ node, trap });
    }
  }
  found.sort((a, b) => a.node.start - b.node.start);
  return found.map(({ node, trap: { code, isOfSources, severity: given, message, more, hint } }) => {
    const full = [message, more?.(node, nodes)].filter(Boolean).join(" ");
    const severity = isTolerant && isOfSources ? "warning" : given;
    return findingAt(source, node.start, { code, message: full, hint, ...(severity && { severity }) });
  });
}
