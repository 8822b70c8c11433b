import type { AnyNode, MemberExpression } from "acorn";
import type { Scope, Variable } from "eslint-scope";
import { propertyName } from "../../inference/nodes.ts";
import { nodesWhere } from "../../source/walk.ts";
import { freeName } from "../cut/names.ts";
import { isWithin, type ParsedScript } from "../cut/script.ts";
import {
  ancestorsOf,
  nodesOf,
  parentOf,
  type StrictModeFinding,
  type StrictModeRule,
  type TextEdit,
} from "./strict-mode-finding.ts";

/** The syntax that a strict module can hold, but runs otherwise. */
export const semanticRules: readonly StrictModeRule[] = [
  callees,
  callers,
  tiedArguments,
  plainThis,
  boxedThis,
  functionsInBlocks,
  ownNamesSet,
  readOnlyGlobals,
  propertiesOfPrimitives,
  directEvals,
  withStatements,
];

type ClassicFunction = Extract<AnyNode, { type: "FunctionDeclaration" | "FunctionExpression" }>;

function functionAround(node: AnyNode, script: ParsedScript): ClassicFunction | undefined {
  return ancestorsOf(node, script).find(
    (it): it is ClassicFunction => it.type === "FunctionDeclaration" || it.type === "FunctionExpression",
  );
}

function callees(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (!isCallee(node)) return [];
    const around = functionAround(node, script);
    const name = around?.id?.name ?? freeName("itself", (it) => new RegExp(`\\b${it}\\b`).test(script.text));
    const parent = around && parentOf(around, script);
    const isNameable =
      around &&
      (around.id ||
        (around.type === "FunctionExpression" &&
          parent?.type !== "MethodDefinition" &&
          !(parent?.type === "Property" && (parent.method || parent.kind !== "init"))));
    const naming = around && !around.id ? [nameFor(around, name, script)] : [];
    return [
      {
        code: "arguments-callee",
        node,
        message: "`arguments.callee` throws in strict mode.",
        instead: `Name the function, and write \`${name}\`.`,
        ...(isNameable && { edits: [...naming, { start: node.start, end: node.end, text: name }] }),
      },
    ];
  });
}

function isCallee(node: AnyNode | undefined): node is MemberExpression {
  return (
    node?.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    node.object.name === "arguments" &&
    propertyName(node.property, node) === "callee"
  );
}

/** `function ()` -> `function itself()` */
function nameFor(around: ClassicFunction, name: string, { text }: ParsedScript): TextEdit {
  const start = around.start + "function".length;
  const blanks = /^\s*(?=\()/.exec(text.slice(start))?.[0].length ?? 0;
  return { start, end: start + blanks, text: ` ${name}` };
}

/** `f.caller`, `arguments.callee.caller`, `f.arguments` */
function callers(script: ParsedScript): StrictModeFinding[] {
  const functions = new Set(
    script.scopes.scopes
      .flatMap(({ variables }) => variables)
      .filter(({ defs }) => defs.some(({ type }) => type === "FunctionName"))
      .flatMap(({ references }) => references.map(({ identifier }) => identifier as AnyNode)),
  );
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "MemberExpression") return [];
    const name = propertyName(node.property, node);
    const isOfFunction = functions.has(node.object) || isCallee(node.object);
    if (!isOfFunction || (name !== "caller" && name !== "arguments")) return [];
    return [
      {
        code: "function-caller",
        node,
        message: `\`${name}\` of a function throws in strict mode.`,
        instead: "Pass what the function needs as a parameter.",
      },
    ];
  });
}

/** In strict mode `arguments` keeps what was given, and a parameter what was set. */
function tiedArguments(script: ParsedScript): StrictModeFinding[] {
  return script.scopes.scopes.flatMap((scope): StrictModeFinding[] => {
    if (scope.type !== "function" || scope.isStrict) return [];
    const references = scope.set.get("arguments")?.references.map((it) => it.identifier as AnyNode) ?? [];
    const uses = references.filter((it) => !isCallee(parentOf(it, script)));
    const entrySet = uses.find((it) => isEntrySet(it, script));
    const parameters = scope.variables.filter(({ defs }) => defs.some(({ type }) => type === "Parameter"));
    const set = parameters.find((it) => it.references.some((reference) => reference.isWrite()));
    const read = parameters.find((it) => it.references.some((reference) => reference.isRead()));
    const [use] = uses;
    if (use && set)
      return [
        {
          code: "tied-arguments",
          node: use,
          message: `This function sets its parameter \`${set.name}\` and reads \`arguments\`, which in strict mode keeps what was given.`,
          instead: "Copy the parameter into a variable, or read the parameter instead of `arguments`.",
        },
      ];
    if (!entrySet || !read) return [];
    return [
      {
        code: "tied-arguments",
        node: entrySet,
        message: `This function sets an entry of \`arguments\` and reads its parameter \`${read.name}\`, which in strict mode keeps what was given.`,
        instead: "Set the parameter itself.",
      },
    ];
  });
}

/** `arguments[0] = x`, `arguments[i]++` */
function isEntrySet(node: AnyNode, script: ParsedScript): boolean {
  const entry = parentOf(node, script);
  if (entry?.type !== "MemberExpression" || entry.object !== node || !entry.computed) return false;
  const parent = parentOf(entry, script);
  return (
    (parent?.type === "AssignmentExpression" && parent.left === entry) || parent?.type === "UpdateExpression"
  );
}

/** `this` in a function that is called without an object: the global object in sloppy mode, nothing in strict mode. */
function plainThis(script: ParsedScript): StrictModeFinding[] {
  return script.scopes.scopes.flatMap((scope): StrictModeFinding[] => {
    if (scope.type !== "function" || scope.isStrict) return [];
    const block = scope.block as unknown as AnyNode;
    if (block.type !== "FunctionDeclaration" && block.type !== "FunctionExpression") return [];
    const [own] = ownThis(block.body);
    if (!own || !isCalledPlainly(block, scope, script)) return [];
    return [
      {
        code: "plain-this",
        node: own,
        message:
          "This function is called without an object: `this` is the global object here, and undefined in strict mode.",
        instead: "Pass the object as a parameter, or call the function as its method.",
      },
    ];
  });
}

function ownThis(node: AnyNode): AnyNode[] {
  return nodesWhere(
    node,
    ({ type }) => type === "ThisExpression",
    ({ type }) => !/^(FunctionDeclaration|FunctionExpression|ClassBody)$/.test(type),
  );
}

/** `String.prototype.x = function () { typeof this }`: an object in sloppy mode, the text itself in strict mode. */
function boxedThis(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "AssignmentExpression" || node.right.type !== "FunctionExpression") return [];
    const left = script.text.slice(node.left.start, node.left.end);
    if (!/^(?:String|Number|Boolean)\.prototype\b/.test(left)) return [];
    return ownThis(node.right.body)
      .filter((it) => tellsObjects(parentOf(it, script), it))
      .map((it) => ({
        code: "boxed-this",
        node: it,
        message:
          "`this` is an object here, and in strict mode the text, number or boolean itself: to compare it, to ask for its type or to set a property gives something else.",
        instead: "Write `Object(this)` where an object is needed.",
        edits: [{ start: it.start, end: it.end, text: "Object(this)" }],
      }));
  });
}

/** Tells whether an expression gives something else for an object than for what the object stands for. */
function tellsObjects(parent: AnyNode | undefined, node: AnyNode): boolean {
  switch (parent?.type) {
    case "UnaryExpression":
      return parent.operator === "typeof" || parent.operator === "!";
    case "BinaryExpression":
      return /^(?:[!=]==?|instanceof|in)$/.test(parent.operator);
    case "ReturnStatement":
    case "VariableDeclarator":
    case "LogicalExpression":
    case "ConditionalExpression":
    case "CallExpression":
      return !("callee" in parent && parent.callee === node);
    default:
      return false;
  }
}

/** Tells whether all that is done with a function is to call it by its name alone. */
function isCalledPlainly(block: ClassicFunction, scope: Scope, script: ParsedScript): boolean {
  const parent = parentOf(block, script);
  if (parent?.type === "CallExpression" && parent.callee === block) return true;
  if (block.type !== "FunctionDeclaration") return false;
  const variable = scope.upper?.set.get(block.id?.name ?? "");
  const references = variable?.references ?? [];
  return (
    references.length > 0 &&
    references.every(({ identifier }) => {
      const use = parentOf(identifier as AnyNode, script);
      return use?.type === "CallExpression" && use.callee === (identifier as AnyNode);
    })
  );
}

/** A function in a block that is used outside of it: in strict mode the block keeps it. */
function functionsInBlocks(script: ParsedScript): StrictModeFinding[] {
  return script.scopes.scopes.flatMap((scope) => {
    if (scope.type !== "block" && scope.type !== "switch") return [];
    return scope.variables.flatMap((variable) => inBlock(variable, scope, script));
  });
}

function inBlock(
  { name, defs, references }: Variable,
  scope: Scope,
  script: ParsedScript,
): StrictModeFinding[] {
  const node = defs.find(({ type }) => type === "FunctionName")?.node as AnyNode | undefined;
  if (node?.type !== "FunctionDeclaration") return [];
  const within = scope.variableScope.block as unknown as AnyNode;
  const block = scope.block as unknown as AnyNode;
  const outside = (script.scopes.scopes[0]?.through ?? []).filter(
    ({ identifier }) =>
      identifier.name === name &&
      isWithin(identifier as AnyNode, within) &&
      !isWithin(identifier as AnyNode, block),
  );
  if (outside.length === 0) return [];
  const isEarlier = references.some(
    ({ identifier }) => (identifier as unknown as AnyNode).start < node.start,
  );
  const edits = [
    { start: node.start, end: node.start, text: `var ${name} = ` },
    { start: node.end, end: node.end, text: ";" },
  ];
  return [
    {
      code: "function-in-block",
      node,
      message: `\`${name}\` is declared in a block and used outside of it: in strict mode it is not there.`,
      instead: `Write \`var ${name} = function …\`.`,
      ...(!isEarlier && { edits }),
    },
  ];
}

/** `var f = function g() { g = 1; }` does nothing in sloppy mode, and throws in strict mode. */
function ownNamesSet(script: ParsedScript): StrictModeFinding[] {
  const scopes = script.scopes.scopes.filter(({ type }) => type === "function-expression-name");
  const written = scopes
    .flatMap(({ variables }) => variables.flatMap(({ references }) => references))
    .filter((it) => it.isWrite());
  return written.map(({ identifier }) =>
    setInVain(identifier as AnyNode, script, {
      code: "own-name-set",
      message: `\`${identifier.name}\` is the name of the function itself: to set it does nothing here, and throws in strict mode.`,
    }),
  );
}

/** `undefined = 1` */
function readOnlyGlobals(script: ParsedScript): StrictModeFinding[] {
  const names = ["undefined", "NaN", "Infinity"];
  const through = script.scopes.scopes[0]?.through ?? [];
  return through
    .filter((it) => it.isWrite() && names.includes(it.identifier.name))
    .map(({ identifier }) =>
      setInVain(identifier as AnyNode, script, {
        code: "read-only-global",
        message: `\`${identifier.name}\` cannot be changed: to set it does nothing here, and throws in strict mode.`,
      }),
    );
}

/** An assignment that does nothing in sloppy mode: its value remains, where it is used or may do something. */
function setInVain(
  node: AnyNode,
  script: ParsedScript,
  found: Pick<StrictModeFinding, "code" | "message">,
): StrictModeFinding {
  const parent = parentOf(node, script);
  const instead = "Leave out the assignment.";
  if (parent?.type !== "AssignmentExpression" || parent.operator !== "=") return { ...found, node, instead };
  const statement = parentOf(parent, script);
  const isIdle =
    statement?.type === "ExpressionStatement" && /^(?:Literal|Identifier)$/.test(parent.right.type);
  const isInList = isIdle && /^(?:BlockStatement|Program)$/.test(parentOf(statement, script)?.type ?? "");
  const edits = isIdle
    ? [{ start: parent.start, end: statement.end, text: isInList ? "" : ";" }]
    : [
        { start: parent.start, end: parent.right.start, text: "(" },
        { start: parent.end, end: parent.end, text: ")" },
      ];
  return { ...found, node, instead, edits };
}

function propertiesOfPrimitives(script: ParsedScript): StrictModeFinding[] {
  const primitives = new Set(
    script.scopes.scopes
      .flatMap(({ variables }) => variables.filter((it) => isPrimitive(it)))
      .flatMap(({ references }) => references.map(({ identifier }) => identifier as AnyNode)),
  );
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression") return [];
    const { object } = node.left;
    if (!isLiteral(object) && !primitives.has(object)) return [];
    return [
      {
        code: "property-of-primitive",
        node,
        message:
          "A text, a number or a boolean has no properties of its own: to set one does nothing here, and throws in strict mode.",
        instead: "Remove the assignment, or make an object of the value.",
      },
    ];
  });
}

function isLiteral(node: AnyNode): boolean {
  return node.type === "Literal" && ["string", "number", "boolean"].includes(typeof node.value);
}

/** A variable that is only ever a literal. */
function isPrimitive({ references, defs }: Variable): boolean {
  const written = references.filter((it) => it.isWrite());
  return (
    defs.every(({ type }) => type === "Variable") &&
    written.length > 0 &&
    written.every(({ writeExpr }) => writeExpr && isLiteral(writeExpr as AnyNode))
  );
}

/** A direct `eval`: in strict mode its variables are its own. */
function directEvals(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script)
    .filter(
      (node) =>
        node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "eval",
    )
    .map((node) => ({
      code: "direct-eval",
      node,
      message:
        "`eval` keeps the variables of its text to itself in strict mode, and its text is strict, too.",
      instead: "Write the code itself. `z.JSON.parse` reads JSON.",
    }));
}

function withStatements(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script)
    .filter(({ type }) => type === "WithStatement")
    .map((node) => ({
      code: "with-statement",
      node,
      message: "`with` is not there in strict mode.",
      instead: "Write the object before each of its properties.",
    }));
}
