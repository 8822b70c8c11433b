import type { Function as FunctionNode, Identifier, Node, Program, VariableDeclaration } from "acorn";
import { ancestor } from "acorn-walk";
import type MagicString from "magic-string";
import { isUndefined } from "./respell.ts";

/** A `var` of a function or of the file. */
interface Declared {
  readonly node: VariableDeclaration;
  readonly names: readonly string[];
  /** What it is in: a list of statements, a loop's head, or anything else. */
  readonly place: "list" | "head" | "elsewhere";
  readonly isInLoop: boolean;
  /** Whether it stands in a block of the function: JSHint wants the name to be used there only. */
  readonly isNested: boolean;
}

/**
 * TypeScript gives each block its `var`, and JSHint marks the second one of a name:
 *
 *   for (var i = 0; …) {…} for (var i = 0; …) {…}   -> for (var i = 0; …) {…} for (i = 0; …) {…}
 *   if (a) { var b = 1; } else { var b = 2; }       -> var b; if (a) { b = 1; } else { b = 2; }
 *   var a = undefined;                              -> var a;
 */
export function declareOnce(program: Program, code: string, edit: MagicString): void {
  for (const [scope, declarations] of declarationsIn(program)) {
    const hoisted = toHoist(declarations);
    const known = new Set(hoisted);
    if (scope !== program) for (const param of (scope as FunctionNode).params) known.add(nameOf(param));
    for (const declared of declarations) rewrite(declared, known, code, edit);
    const [first] = declarations;
    if (first && hoisted.size > 0) declareFirst(scope, first.node, [...hoisted], code, edit);
  }
}

function nameOf(node: Node): string {
  return (node as Identifier).name;
}

function declarationsIn(program: Program): Map<Node, Declared[]> {
  const scopes = new Map<Node, Declared[]>();
  ancestor(program, {
    VariableDeclaration(node, _, ancestors) {
      const depth = ancestors.findLastIndex((it) => it.type === "Program" || it.type.includes("Function"));
      const scope = ancestors[depth] as Node;
      const parents = ancestors.slice(depth + 1, -1);
      const blocks = parents[0]?.type === "BlockStatement" && scope !== program ? parents.slice(1) : parents;
      const parent = ancestors.at(-2) as Node;
      const declared: Declared = {
        node,
        names: node.declarations.map(({ id }) => nameOf(id)),
        place: placeIn(parent, node),
        isInLoop:
          parents.some((it) => isLoop(it) && it !== parent) ||
          (isLoop(parent) && placeIn(parent, node) !== "head"),
        isNested: blocks.length > (isLoop(parent) ? 1 : 0),
      };
      const declarations = scopes.get(scope);
      if (declarations) declarations.push(declared);
      else scopes.set(scope, [declared]);
    },
  });
  return scopes;
}

function isLoop({ type }: Node): boolean {
  return /^(For|While|DoWhile)/.test(type);
}

function placeIn(parent: Node, node: Node): Declared["place"] {
  if (/^(Program|BlockStatement|SwitchCase)$/.test(parent.type)) return "list";
  const { init, left } = parent as { init?: unknown; left?: unknown };
  return init === node || left === node ? "head" : "elsewhere";
}

/** The names that cannot be declared where they first stand. */
function toHoist(declarations: readonly Declared[]): Set<string> {
  const hoisted = new Set<string>();
  const seen = new Set<string>();
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const name of declarations.flatMap(({ names }) => names)) (once.has(name) ? repeated : once).add(name);
  for (const { node, names, place, isInLoop, isNested } of declarations) {
    names.forEach((name, index) => {
      if (repeated.has(name) && !seen.has(name) && isNested) hoisted.add(name);
      if (isInLoop && place === "list" && isUndefined(node.declarations[index]?.init)) hoisted.add(name);
    });
    // The head of a loop holds one `var`, or none.
    const isMixed = place === "head" && names.some((name) => seen.has(name) || hoisted.has(name));
    for (const name of names) {
      if (isMixed && !seen.has(name)) hoisted.add(name);
      seen.add(name);
    }
  }
  return hoisted;
}

/** Assigns to the names that are known, and declares the others. */
function rewrite(
  { node, names, place, isInLoop }: Declared,
  known: Set<string>,
  code: string,
  edit: MagicString,
): void {
  const { declarations } = node;
  if (place === "elsewhere") return;
  const assigns = names.map((name, index) => {
    const isKnown = known.has(name);
    known.add(name);
    return isKnown && (place === "head" || Boolean(declarations[index]?.init));
  });
  if (assigns[0]) edit.remove(node.start, (declarations[0] as Node).start);
  declarations.forEach(({ id, init }, index) => {
    if (!assigns[index] && !isInLoop && place === "list" && isUndefined(init))
      edit.remove(id.end, (init as Node).end);
    const next = declarations[index + 1];
    if (!next || place === "head" || !(assigns[index] || assigns[index + 1])) return;
    const comma = code.indexOf(",", (init ?? id).end);
    edit.overwrite(comma, comma + 1, ";");
    if (code[comma + 1] === " ") edit.overwrite(comma + 1, comma + 2, `\n${indentationAt(code, node.start)}`);
    if (!assigns[index + 1]) edit.appendLeft(next.start, "var ");
  });
}

/** `var i, j;` at the top of a function, or in the `var` without values that TypeScript puts there. */
function declareFirst(
  scope: Node,
  at: Node,
  names: readonly string[],
  code: string,
  edit: MagicString,
): void {
  const body = (scope.type === "Program" ? scope : (scope as FunctionNode).body) as Node & { body: Node[] };
  const first = body.body.find((statement) => scope.type !== "Program" || statement.end > at.start) as Node;
  const declarations =
    first.type === "VariableDeclaration" ? (first as VariableDeclaration).declarations : [];
  const isPlain = declarations.length > 0 && declarations.every(({ init }) => !init);
  if (isPlain) edit.appendLeft((declarations.at(-1) as Node).end, `, ${names.join(", ")}`);
  else if (scope.type === "Program") edit.appendRight(first.start, `var ${names.join(", ")};\n`);
  else edit.appendLeft(body.start + 1, `\n${indentationAt(code, body.end - 1)}  var ${names.join(", ")};`);
}

/** The white space at the start of the line of an offset. */
function indentationAt(code: string, offset: number): string {
  const lineStart = code.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(code.slice(lineStart, offset))?.[0] ?? "";
}
