import type { AnyNode, BlockStatement } from "acorn";
import type { Reference, Scope } from "eslint-scope";
import { isGlobal } from "../cut/names.ts";
import { isWithin, type ParsedScript } from "../cut/script.ts";
import {
  ancestorsOf,
  nodesOf,
  parentOf,
  type StrictModeFinding,
  type StrictModeRule,
  type TextEdit,
} from "./strict-mode-finding.ts";

/** Variables that nothing declares: sloppy mode makes globals of them, strict mode throws. */
export const implicitGlobals: StrictModeRule = (script) => {
  const [top] = script.scopes.scopes;
  const withs = nodesOf(script).filter((node) => node.type === "WithStatement");
  // Within a `with` it may be a property.
  const isProperty = ({ identifier }: Reference) =>
    withs.some(({ body }) => isWithin(identifier as AnyNode, body));
  const through = (top?.through ?? []).filter((it) => !isProperty(it));
  const names = new Set(through.filter((it) => it.isWrite()).map(({ identifier }) => identifier.name));
  return [...names]
    .filter((name) => !isGlobal(name))
    .map((name) =>
      foundOf(
        name,
        through.filter(({ identifier }) => identifier.name === name),
        script,
      ),
    );
};

function foundOf(name: string, references: readonly Reference[], script: ParsedScript): StrictModeFinding {
  const first = references.find((it) => it.isWrite()) as Reference;
  const scope = narrowest(references, script);
  return {
    code: "implicit-global",
    node: first.identifier as AnyNode,
    message: `Nothing declares \`${name}\`: here it becomes a global variable, and in strict mode this line throws.`,
    instead: scope
      ? `Declare it in its function: \`var ${name}\`.`
      : `Declare it at the top level, as its value outlives a call or more than one function uses it: \`var ${name};\`. Before it is set, it is then undefined, where the script throws.`,
    edits: [scope ? declarationIn(scope, references, script) : declarationAtTop(name, script)],
  };
}

/**
 * The narrowest function that all references are in, where no value is kept between two of its calls: each begins with setting the
 * variable, and the function does not call itself meanwhile.
 */
function narrowest(references: readonly Reference[], script: ParsedScript): Scope | undefined {
  const [first, ...others] = references.map(({ from }) => functionsAround(from));
  const scope = first?.find((it) => others.every((chain) => chain.includes(it)));
  if (scope?.type !== "function") return undefined;
  const body = (scope.block as unknown as { readonly body: AnyNode }).body;
  if (body.type !== "BlockStatement" || callsItself(scope, script)) return undefined;
  return setsFirst(references, script) ? scope : undefined;
}

function functionsAround(scope: Scope): Scope[] {
  const { variableScope } = scope;
  return variableScope.upper ? [variableScope, ...functionsAround(variableScope.upper)] : [variableScope];
}

/** Tells whether a function is named within itself. */
function callsItself({ block }: Scope, script: ParsedScript): boolean {
  const node = block as unknown as AnyNode;
  const parent = parentOf(node, script);
  const names = [
    "id" in node && node.id && "name" in node.id ? node.id.name : undefined,
    parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined,
    parent?.type === "Property" && parent.key.type === "Identifier" ? parent.key.name : undefined,
  ].filter((name) => name !== undefined);
  const text = script.text.slice(node.start, node.end).replace(/^function\s*\w*/, "");
  return names.some((name) => new RegExp(`\\b${name.replaceAll("$", "\\$")}\\s*\\(`).test(text));
}

/** The nodes that evaluate what is in them whenever they run. */
const passing: readonly AnyNode["type"][] = [
  ...(["ArrayExpression", "AssignmentExpression", "BinaryExpression", "BlockStatement"] as const),
  ...(["CallExpression", "ExpressionStatement", "MemberExpression", "NewExpression"] as const),
  ...(["ReturnStatement", "SequenceExpression", "ThrowStatement", "TryStatement"] as const),
  ...(["UnaryExpression", "VariableDeclaration", "VariableDeclarator"] as const),
];

/** Tells whether a node evaluates the part with another one whenever it runs, and before its other parts. */
function isHeadOf(ancestor: AnyNode, node: AnyNode): boolean {
  const isIn = (part: AnyNode | null | undefined) =>
    part !== null && part !== undefined && isWithin(node, part);
  switch (ancestor.type) {
    case "IfStatement":
    case "WhileStatement":
    case "ConditionalExpression":
      return isIn(ancestor.test);
    case "SwitchStatement":
      return isIn(ancestor.discriminant);
    case "LogicalExpression":
    case "ForInStatement":
    case "ForOfStatement":
      return isIn(ancestor.left);
    case "ForStatement":
      return isIn(ancestor.init);
    default:
      return false;
  }
}

/** Tells whether whatever runs begins with setting the variable: in the smallest block, loop or branch that has all references. */
function setsFirst(references: readonly Reference[], script: ParsedScript): boolean {
  const sorted = [...references].sort((one, other) => startOf(one) - startOf(other));
  const [first] = sorted as [Reference];
  if (!first.isWrite() || first.isRead()) return isForHead(first, script);
  const node = first.identifier as AnyNode;
  for (const ancestor of ancestorsOf(node, script)) {
    const hasAll = references.every(({ identifier }) => isWithin(identifier as AnyNode, ancestor));
    if (hasAll && ancestor.type === "BlockStatement") return readsNoneInValue(first, references, script);
    if (!passing.includes(ancestor.type) && !isHeadOf(ancestor, node)) return false;
  }
  return false;
}

function startOf({ identifier }: Reference): number {
  return (identifier as unknown as AnyNode).start;
}

function isForHead({ identifier }: Reference, script: ParsedScript): boolean {
  const parent = parentOf(identifier as AnyNode, script);
  return (
    (parent?.type === "ForInStatement" || parent?.type === "ForOfStatement") && parent.left === identifier
  );
}

/** `x = x || 1` reads what an earlier call has left. */
function readsNoneInValue(first: Reference, references: readonly Reference[], script: ParsedScript): boolean {
  const parent = parentOf(first.identifier as AnyNode, script);
  if (parent?.type !== "AssignmentExpression") return true;
  return !references.some((it) => it !== first && isWithin(it.identifier as AnyNode, parent.right));
}

/** `var ` before the first assignment where that can be a declaration, else a line at the beginning of the function. */
function declarationIn(scope: Scope, references: readonly Reference[], script: ParsedScript): TextEdit {
  const [first] = [...references].sort((one, other) => startOf(one) - startOf(other)) as [Reference];
  const node = first.identifier as AnyNode;
  const parent = parentOf(node, script);
  const isOwn = first.from.variableScope === scope;
  const statement = parent && parentOf(parent, script);
  const isStatement =
    statement?.type === "ExpressionStatement" ||
    (statement?.type === "ForStatement" && statement.init === parent);
  const isAssignment =
    parent?.type === "AssignmentExpression" && parent.left === node && parent.operator === "=" && isStatement;
  if (isOwn && (isAssignment || isForHead(first, script)))
    return { start: node.start, end: node.start, text: "var " };
  const { body } = scope.block as unknown as { readonly body: BlockStatement };
  const [statementBelow] = body.body.filter((it) => !("directive" in it && it.directive));
  const at = body.start + 1;
  const indentation = statementBelow
    ? /\n([ \t]*)$/.exec(script.text.slice(at, statementBelow.start))?.[1]
    : undefined;
  const name = first.identifier.name;
  return {
    start: at,
    end: at,
    text: indentation === undefined ? ` var ${name};` : `\n${indentation}var ${name};`,
  };
}

function declarationAtTop(name: string, { program }: ParsedScript): TextEdit {
  const directive = program.body.findLast((it) => "directive" in it && it.directive);
  const at = directive ? directive.end : 0;
  return { start: at, end: at, text: directive ? `\nvar ${name};` : `var ${name};\n` };
}
