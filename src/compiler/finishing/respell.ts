import type {
  ArrowFunctionExpression,
  AssignmentExpression,
  BinaryExpression,
  Identifier,
  Literal,
  MemberExpression,
  Node,
  SwitchStatement,
  UnaryExpression,
  UpdateExpression,
} from "acorn";
import { requireMarker } from "../lowering/require-marker.ts";
import type { Nodes } from "../nodes.ts";
import { markedNumber } from "./comments.ts";
import { lineStartOf, type Script } from "./script.ts";

/** Spells a node another way; `parent` is what it stands in. */
type Spelling = (node: never, script: Script, parent: Node) => void;

/** Nodes of the bundle that a person writes, or JSHint wants, in another way. */
const spellings: { readonly [type: string]: readonly Spelling[] } = {
  ArrowFunctionExpression: [functionForArrow],
  Identifier: [theRequireOfThePlatform],
  Literal: [numberInDigits],
  UnaryExpression: [undefinedByItsName, noNotBeforeComparison, noTwoSignsInARow],
  UpdateExpression: [noTwoSignsInARow],
  MemberExpression: [dotNotation, parenthesesAroundNumber],
  AssignmentExpression: [parenthesesInConditions],
  SwitchStatement: [fallsThrough],
  EmptyStatement: [noEmptyStatement],
};

/** Spells the bundle as a person would. */
export function respell(script: Script): void {
  for (const node of script.nodes.all) {
    const rules = spellings[node.type];
    if (!rules) continue;
    const parent = script.nodes.parentOf(node) as Node;
    for (const rule of rules) rule(node as never, script, parent);
  }
}

/** `void 0` */
export function isUndefined(node: Node | null | undefined): boolean {
  const { type, operator, argument } = (node ?? {}) as UnaryExpression;
  return type === "UnaryExpression" && operator === "void" && argument.type === "Literal";
}

function theRequireOfThePlatform({ name, start, end }: Identifier, { edit }: Script): void {
  if (name === requireMarker) edit.overwrite(start, end, "require");
}

/** `() => require_fr()` -> `function() { return require_fr(); }`: what esbuild writes, in ES5 too, for `require("./lang/" + key)`. */
function functionForArrow({ start, end }: ArrowFunctionExpression, { code, edit }: Script): void {
  edit.overwrite(start, code.indexOf("=>", start) + 2, "function() { return").appendLeft(end, "; }");
}

/** `6e4`, as esbuild writes it -> `60000` */
function numberInDigits({ value, raw, start, end }: Literal, { edit }: Script): void {
  if (typeof value !== "number" || !/^[\d.]+e/.test(raw ?? "")) return;
  const digits = String(value);
  if (/^\d+$/.test(digits)) edit.overwrite(start, end, digits);
}

/** `void 0`, as esbuild writes it -> `undefined` */
function undefinedByItsName(node: UnaryExpression, { edit }: Script): void {
  if (isUndefined(node)) edit.overwrite(node.start, node.end, "undefined");
}

const opposites: { readonly [operator: string]: string } = {
  "==": "!=",
  "!=": "==",
  "===": "!==",
  "!==": "===",
};

/**
 * `!(a === b)` -> `a !== b`, and `!!(a < b)` -> `(a < b)`. But `!(a < b)` -> `(a < b) === false`: it is not `a >= b`, which
 * is false for NaN as well.
 */
function noNotBeforeComparison(
  { operator, argument, start, end }: UnaryExpression,
  { code, edit }: Script,
  around: Node,
): void {
  if (operator !== "!" || argument.type !== "BinaryExpression") return;
  const parent = around as UnaryExpression;
  const opposite = opposites[argument.operator];
  const isOperand = /^(Unary|Binary|Member)Expression$/.test(parent.type);
  if (!opposite && !/^[<>]=?$/.test(argument.operator)) return;
  if (parent.operator === "!") {
    edit.remove(parent.start, start + 1);
  } else if (opposite) {
    const at = code.indexOf(argument.operator, argument.left.end);
    edit.overwrite(at, at + argument.operator.length, opposite);
    edit.remove(start, isOperand ? start + 1 : argument.start);
    if (!isOperand) edit.remove(argument.end, end);
  } else {
    edit.overwrite(start, start + 1, isOperand ? "(" : "");
    edit.appendLeft(end, isOperand ? " === false)" : " === false");
  }
}

/** `Colour["Red"]` -> `Colour.Red` */
function dotNotation(node: MemberExpression, { edit }: Script): void {
  const { computed, property, end } = node;
  const name = computed && property.type === "Literal" ? nameAfterDot(property) : undefined;
  if (name) edit.overwrite(property.start - 1, end, `.${name}`);
}

/** The name of a property that needs no quotes. */
export function nameAfterDot(property: Node): string | undefined {
  const { value, name } = property as Literal & Identifier;
  if (property.type !== "Literal") return name;
  const isName = typeof value === "string" && /^[A-Za-z_$][\w$]*$/.test(value) && value !== "__proto__";
  return isName ? value : undefined;
}

/** `12.5.toFixed(1)` -> `(12.5).toFixed(1)` */
function parenthesesAroundNumber({ computed, object }: MemberExpression, { code, edit }: Script): void {
  const { start, end, value } = object as Literal;
  if (computed || typeof value !== "number") return;
  edit.appendLeft(start, "(");
  // esbuild writes `5 .toFixed(1)`
  edit.overwrite(end, code.indexOf(".", end) + 1, ").");
}

/** `a - -1` -> `a - (-1)`, and `- -a` -> `-(-a)` */
function noTwoSignsInARow(
  { operator, prefix, start, end }: UnaryExpression | UpdateExpression,
  { code, edit }: Script,
  around: Node,
): void {
  const parent = around as UnaryExpression | BinaryExpression;
  const sign = operator[0] as string;
  if (!prefix || !/[+-]/.test(sign) || parent.operator !== sign) return;
  const before = parent.type === "UnaryExpression" ? parent.start : parent.left.end;
  if (parent.type === "BinaryExpression" && parent.right.start !== start) return;
  if (code.slice(before, start).includes("(")) return;
  if (parent.type === "UnaryExpression") edit.remove(parent.start + 1, start);
  edit.appendLeft(start, "(");
  edit.appendRight(end, ")");
}

/** `while (a = b)` -> `while ((a = b))` */
function parenthesesInConditions({ start, end }: AssignmentExpression, { edit }: Script, parent: Node): void {
  if (
    !/^(If|While|DoWhile|For)Statement$/.test(parent.type) ||
    (parent as { test?: Node }).test?.start !== start
  )
    return;
  edit.appendLeft(start, "(");
  edit.appendRight(end, ")");
}

/** `;` between statements */
function noEmptyStatement({ start, end }: Node, { code, edit }: Script, parent: Node): void {
  if (/^(Program|BlockStatement)$/.test(parent.type)) edit.remove(lineStartOf(code, start) - 1, end);
}

/** Whether there is a function in a loop, as in `for (…) list.filter(function (item) {…})`. */
export function hasFunctionsInLoops({ all, around }: Nodes): boolean {
  return all.filter(isFunction).some((node) => {
    const ends = around(node).find((it) => isFunction(it) || /^(For|While|DoWhile)/.test(it.type));
    return ends !== undefined && !isFunction(ends);
  });
}

function isFunction({ type }: Node): boolean {
  return type === "FunctionExpression" || type === "FunctionDeclaration";
}

/** `case 1: a(); case 2:` -> `case 1: a(); /* falls through *\/ case 2:` */
function fallsThrough({ cases }: SwitchStatement, { code, edit, kept }: Script): void {
  for (const { consequent } of cases.slice(0, -1)) {
    const last = consequent.findLast((statement) => markedNumber(statement) === undefined);
    const isSaid = consequent.some((it) => kept[markedNumber(it) ?? -1]?.text === "/* falls through */");
    if (!last || isSaid || !canEnd(last)) continue;
    const end = (consequent.at(-1) as Node).end;
    const lineStart = code.lastIndexOf("\n", last.start) + 1;
    const [indentation] = /^[ \t]*/.exec(code.slice(lineStart, last.start)) as RegExpExecArray;
    edit.appendLeft(end, `\n${indentation}/* falls through */`);
  }
}

function canEnd(statement: Node): boolean {
  const { body } = statement as unknown as { body: Node[] };
  const last = statement.type === "BlockStatement" ? body.at(-1) : undefined;
  if (last) return canEnd(last);
  return !/^(Break|Continue|Return|Throw|If)Statement$/.test(statement.type) || isHalf(statement);
}

/** `if` without `else` */
function isHalf(statement: Node): boolean {
  return statement.type === "IfStatement" && !(statement as { alternate?: unknown }).alternate;
}
