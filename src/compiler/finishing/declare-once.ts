import type { AnyNode, Function as FunctionNode, Node, VariableDeclaration, VariableDeclarator } from "acorn";
import type MagicString from "magic-string";
import { separatorOf } from "./long-lines.ts";
import { isUndefined } from "./respell.ts";
import type { Variable } from "./scopes.ts";
import { indentationAt, lineStartOf, type Script } from "./script.ts";

/** A `var` of a function or of the file. */
interface Declared {
  readonly node: VariableDeclaration;
  /** What it declares, without what is gone. */
  readonly parts: readonly { readonly node: VariableDeclarator; readonly variable: Variable }[];
  /** What it is in: a list of statements, a loop's head, or anything else. */
  readonly place: "list" | "head" | "elsewhere";
  readonly isInLoop: boolean;
  /** Whether it stands in a block of the function: JSHint wants the name to be used there only. */
  readonly isNested: boolean;
}

/**
 * Each block has its `var`, and JSHint marks the second one of a name:
 *
 *   for (var i = 0; …) {…} for (var i = 0; …) {…}   -> for (var i = 0; …) {…} for (i = 0; …) {…}
 *   if (a) { var b = 1; } else { var b = 2; }       -> var b; if (a) { b = 1; } else { b = 2; }
 *   var a = undefined;                              -> var a;
 */
export function declareOnce(script: Script): void {
  for (const [scope, declarations] of declarationsIn(script)) {
    const hoisted = toHoist(declarations);
    const known = new Set(hoisted);
    if (scope.type !== "Program") {
      for (const param of (scope as FunctionNode).params) known.add(script.scopes.at.get(param) as Variable);
    }
    for (const declared of declarations) rewrite(declared, known, script);
    const [first] = declarations;
    if (first && hoisted.size > 0) declareFirst(scope, first.node, [...hoisted], script);
  }
}

function declarationsIn({ program, nodes, scopes, gone }: Script): Map<Node, Declared[]> {
  const found = new Map<Node, Declared[]>();
  for (const node of nodes.ofType("VariableDeclaration")) {
    if (gone.has(node)) continue;
    const outer = nodes.around(node);
    const depth = outer.findIndex((it) => it.type === "Program" || it.type.includes("Function"));
    const scope = outer[depth] as Node;
    const parents = outer.slice(0, depth);
    const isOfFunction = parents.at(-1)?.type === "BlockStatement" && scope !== program;
    const blocks = isOfFunction ? parents.slice(0, -1) : parents;
    const parent = outer[0] as Node;
    const place = placeIn(parent, node);
    const kept = node.declarations.filter((it) => !gone.has(it));
    const declared: Declared = {
      node,
      parts: kept.map((it) => ({ node: it, variable: scopes.at.get(it.id) as Variable })),
      place,
      isInLoop: parents.some((it) => isLoop(it) && it !== parent) || (isLoop(parent) && place !== "head"),
      isNested: blocks.length > (isLoop(parent) ? 1 : 0),
    };
    const declarations = found.get(scope);
    if (declarations) declarations.push(declared);
    else found.set(scope, [declared]);
  }
  return found;
}

function isLoop({ type }: Node): boolean {
  return /^(For|While|DoWhile)/.test(type);
}

function placeIn(parent: Node, node: Node): Declared["place"] {
  if (/^(Program|BlockStatement|SwitchCase)$/.test(parent.type)) return "list";
  const { init, left } = parent as { init?: unknown; left?: unknown };
  return init === node || left === node ? "head" : "elsewhere";
}

/** The variables that cannot be declared where they first stand. */
function toHoist(declarations: readonly Declared[]): Set<Variable> {
  const hoisted = new Set<Variable>();
  const seen = new Set<Variable>();
  const once = new Set<Variable>();
  const repeated = new Set<Variable>();
  for (const { variable } of declarations.flatMap(({ parts }) => parts)) {
    (once.has(variable) ? repeated : once).add(variable);
  }
  for (const { parts, place, isInLoop, isNested } of declarations) {
    for (const { node, variable } of parts) {
      if (repeated.has(variable) && !seen.has(variable) && isNested) hoisted.add(variable);
      if (isInLoop && place === "list" && isUndefined(node.init)) hoisted.add(variable);
    }
    // The head of a loop holds one `var`, or none.
    const isMixed =
      place === "head" && parts.some(({ variable }) => seen.has(variable) || hoisted.has(variable));
    for (const { variable } of parts) {
      if (isMixed && !seen.has(variable)) hoisted.add(variable);
      seen.add(variable);
    }
  }
  return hoisted;
}

/** One part of a `var`, as it is written: `a = 1`. */
interface Written {
  readonly node: VariableDeclarator;
  /** Whether the variable is declared before. */
  readonly assigns: boolean;
}

/** Assigns to the variables that are known, declares the others, and leaves out what is gone. */
function rewrite(declared: Declared, known: Set<Variable>, script: Script): void {
  const { node, place } = declared;
  const { code, edit } = script;
  if (place === "elsewhere") return;
  const written = writtenParts(declared, known, edit);
  const [first] = written;
  if (!first) {
    edit.remove(place === "head" ? node.start : lineStartOf(code, node.start) - 1, node.end);
    return;
  }
  const [original] = node.declarations;
  if (first.assigns || first.node !== original) {
    edit.overwrite(node.start, first.node.start, first.assigns ? "" : "var ");
  }
  const parts = written.map((part) => part.node);
  const separator = place === "head" ? ", " : separatorOf(node, parts, script);
  written.forEach((part, index) => {
    const next = written[index + 1];
    const { end } = node.declarations.at(-1) as Node;
    if (next) separate(declared, { part, next, separator }, script);
    else if (part.node.end < end) edit.remove(part.node.end, end);
  });
}

interface Neighbours {
  readonly part: Written;
  readonly next: Written;
  /** What stands between them where both are declared. */
  readonly separator: string;
}

function separate(
  { node, place }: Declared,
  { part, next, separator }: Neighbours,
  { code, edit }: Script,
): void {
  const isApart = node.declarations.indexOf(next.node) - node.declarations.indexOf(part.node) > 1;
  const comma = code.indexOf(",", part.node.end);
  if (place === "head" || !(part.assigns || next.assigns)) {
    const isPlain = code.slice(part.node.end, next.node.start) === ", ";
    if (isApart || (isPlain && separator !== ", ")) edit.overwrite(part.node.end, next.node.start, separator);
    return;
  }
  edit.overwrite(isApart ? part.node.end : comma, isApart ? next.node.start : comma + 1, ";");
  const begin = `\n${indentationAt(code, node.start)}${next.assigns ? "" : "var "}`;
  if (!isApart && code[comma + 1] === " ") edit.overwrite(comma + 1, comma + 2, begin);
  else edit.appendLeft(next.node.start, isApart ? begin : begin.trimStart());
}

function writtenParts(
  { parts, place, isInLoop }: Declared,
  known: Set<Variable>,
  edit: MagicString,
): Written[] {
  return parts.flatMap(({ node, variable }) => {
    const assigns = known.has(variable);
    known.add(variable);
    if (place !== "list") return [{ node, assigns }];
    if (!node.init) return assigns ? [] : [{ node, assigns }];
    if (isUndefined(node.init) && !assigns && !isInLoop) edit.remove(node.id.end, node.init.end);
    return [{ node, assigns }];
  });
}

/** `var i, j;` at the top of a function, or in the `var` without values that is there. */
function declareFirst(
  scope: Node,
  at: Node,
  variables: readonly Variable[],
  { code, edit, gone }: Script,
): void {
  const names = variables.map(({ name }) => name).join(", ");
  const body = (scope.type === "Program" ? scope : (scope as FunctionNode).body) as Node & { body: Node[] };
  const first = body.body.find(
    (statement) => scope.type !== "Program" || statement.end > at.start,
  ) as AnyNode;
  const parts = first.type === "VariableDeclaration" ? first.declarations.filter((it) => !gone.has(it)) : [];
  if (parts.length > 0 && parts.every(({ init }) => !init)) {
    edit.appendLeft((parts.at(-1) as Node).end, `, ${names}`);
  } else if (scope.type === "Program") edit.appendRight(first.start, `var ${names};\n`);
  else edit.appendLeft(body.start + 1, `\n${indentationAt(code, body.end - 1)}  var ${names};`);
}
