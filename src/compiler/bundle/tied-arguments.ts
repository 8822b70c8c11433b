import type { Function as FunctionNode, Node } from "oxc-parser";
import type { SourceNodes } from "../../source/nodes.ts";
import { packageOf } from "../../source/package-of.ts";
import type { Source } from "../../source/source.ts";
import type { Binding, Reference, Scopes } from "../tree/scope.ts";
import type { Edits } from "./edits.ts";
import { spacesIn } from "./spaces.ts";

/*
 * Outside strict mode, the entries of `arguments` that were given and the parameters of a function are tied: setting one sets the other.
 * zap.js is strict, so modules of CommonJS set both.
 */

/**
 * Ties parameters and `arguments` in code that is not strict. Where `a` is the first parameter:
 *
 *   a = b;               -> a = b, arguments.length > 0 && (arguments[0] = a);
 *   arguments[0] = b;    -> arguments[0] = b, arguments.length > 0 && (a = arguments[0]);
 */
export function tieArguments(source: Source, edits: Edits): void {
  if (!source.text.includes("arguments") || !isSloppy(source)) return;
  const { scopes } = spacesIn(source);
  const settings = tiedFunctions(source, scopes).flatMap((it) => [
    ...parameterSettings(it, source),
    ...entrySettings(it, source),
  ]);
  // Inner settings come first: their text stands before that of outer ones that end at the same place.
  for (const it of settings.sort((a, b) => b.node.start - a.node.start)) setBoth(it, source, edits);
}

/** Tells whether a module can have code that is not strict: one of CommonJS. A source that is JavaScript is a module of ES. */
function isSloppy({ path, parsed: { module, program } }: Source): boolean {
  const isCommonJs = path.endsWith(".cjs") || (packageOf(path) !== undefined && !path.endsWith(".mjs"));
  return isCommonJs && !module.hasModuleSyntax && !isStrict(program.body as Node[]);
}

function isStrict(statements: readonly Node[]): boolean {
  return statements.some((it) => it.type === "ExpressionStatement" && it.directive === "use strict");
}

/** A function with plain parameters that is not strict and uses `arguments`. */
interface TiedFunction {
  readonly node: Node;
  readonly parameters: readonly Binding[];
  /** The places where it uses `arguments`, those in its arrow functions, too. */
  readonly uses: readonly Reference[];
}

function tiedFunctions(source: Source, scopes: Scopes): TiedFunction[] {
  const used = new Map<Node, Reference[]>();
  for (const reference of scopes.unresolved) {
    const owner = reference.node.name === "arguments" ? ownerOf(nodeOf(reference), source) : undefined;
    if (owner) used.set(owner, [...(used.get(owner) ?? []), reference]);
  }
  return scopes.all.flatMap((scope) => {
    const node = scope.node as unknown as Node;
    const uses = scope.kind === "function" ? used.get(node) : undefined;
    if (!uses || !isClassic(node) || isInStrictCode(node, source)) return [];
    // With a default, a pattern or a rest, nothing is tied.
    const parameters = node.params.flatMap((it) =>
      it.type === "Identifier" ? (scope.bindings.get(it.name) ?? []) : [],
    );
    return parameters.length === node.params.length ? [{ node, parameters, uses }] : [];
  });
}

/** Tells whether a node is a function with `arguments` of its own. */
function isClassic(node: Node): node is FunctionNode {
  return node.type === "FunctionDeclaration" || node.type === "FunctionExpression";
}

/** The function whose `arguments` a node would name. */
function ownerOf(node: Node, { nodes }: Source): Node | undefined {
  return nodes.around(node).find(isClassic);
}

function isInStrictCode(node: Node, { nodes }: Source): boolean {
  return [node, ...nodes.around(node)].some(
    (it) =>
      /^Class(Declaration|Expression)$/.test(it.type) || (isClassic(it) && isStrict(it.body?.body ?? [])),
  );
}

function nodeOf({ node }: Reference): Node {
  return node as unknown as Node;
}

/** A place that sets a parameter or an entry of `arguments`. */
interface Setting {
  /** An assignment, `++` or `--`, or the declaration of a variable that is the parameter. */
  readonly node: Node;
  readonly index: number;
  readonly target: string;
  /** The other half, which gets the value, too. */
  readonly tied: string;
}

function parameterSettings({ node: owner, parameters, uses }: TiedFunction, source: Source): Setting[] {
  if (!uses.some((it) => readsEntries(nodeOf(it), source))) return [];
  return parameters.flatMap(({ name, references }, index) =>
    references.flatMap((reference): Setting[] => {
      const node = reference.write && settingAt(nodeOf(reference), source);
      if (!node || ownerOf(node, source) !== owner) return [];
      return [{ node, index, target: name, tied: `arguments[${index}]` }];
    }),
  );
}

/** Tells whether a use of `arguments` can see its entries: `arguments.length` does not. */
function readsEntries(node: Node, { nodes }: Source): boolean {
  const parent = nodes.parentOf(node);
  const isMember = parent?.type === "MemberExpression" && parent.object === node && !parent.computed;
  return !isMember || !/^(length|callee)$/.test((parent.property as { readonly name: string }).name);
}

function entrySettings({ parameters, uses }: TiedFunction, source: Source): Setting[] {
  return uses.flatMap((use): Setting[] => {
    const entry = source.nodes.parentOf(nodeOf(use));
    if (entry?.type !== "MemberExpression" || !entry.computed || entry.object !== nodeOf(use)) return [];
    const index = entry.property.type === "Literal" ? Number(entry.property.value) : -1;
    const parameter = parameters[index];
    const node = settingAt(entry, source);
    if (!node || parameter === undefined || use.scope.resolve(parameter.name) !== parameter) return [];
    return [{ node, index, target: `arguments[${index}]`, tied: parameter.name }];
  });
}

/** The node that sets a target, if it is of a kind that can set both. */
function settingAt(target: Node, { nodes }: Source): Node | undefined {
  const parent = nodes.parentOf(target);
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.left === target ? parent : undefined;
    case "UpdateExpression":
      return parent;
    case "VariableDeclarator":
      return parent.id === target && parent.init ? parent : undefined;
    default:
      return undefined;
  }
}

function setBoth({ node, index, target, tied }: Setting, { nodes }: Source, edits: Edits): void {
  const other = `, arguments.length > ${index} && (${tied} = ${target})`;
  if (node.type === "VariableDeclarator") {
    const { start, end } = node.init as Node;
    edits.insert(start, `(${target} = `);
    edits.insert(end, `${other}, ${target})`);
    return;
  }
  const value = `${other}, ${valueAfter(node, target)}`;
  if (isOnlyEffect(node, nodes)) edits.insert(node.end, other);
  else if (nodes.parentOf(node)?.type === "SequenceExpression") edits.insert(node.end, value);
  else if (!startsStatement(node, nodes)) {
    edits.insert(node.start, "(");
    edits.insert(node.end, `${value})`);
  }
}

/** Tells whether nothing uses the value of an expression. */
function isOnlyEffect(node: Node, nodes: SourceNodes): boolean {
  const parent = nodes.parentOf(node);
  if (parent?.type === "SequenceExpression") return isOnlyEffect(parent, nodes);
  return parent?.type === "ExpressionStatement" || (parent?.type === "ForStatement" && parent.test !== node);
}

/** Tells whether a statement begins with a node: a bracket there could continue the statement before. */
function startsStatement(node: Node, nodes: SourceNodes): boolean {
  return nodes.around(node).some((it) => it.type === "ExpressionStatement" && it.start === node.start);
}

/** The value of an assignment, of `++` or of `--`. */
function valueAfter(node: Node, target: string): string {
  if (node.type !== "UpdateExpression" || node.prefix) return target;
  return `${target} ${node.operator === "++" ? "-" : "+"} 1`;
}
