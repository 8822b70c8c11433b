import type {
  AnyNode,
  ArrowFunctionExpression,
  BlockStatement,
  Expression,
  FunctionExpression,
  Identifier,
  Statement,
  VariableDeclaration,
} from "acorn";
import type { Reference, Scope } from "eslint-scope";
import MagicString from "magic-string";
import { nodesWhere } from "../../source/walk.ts";
import { isZap, outerThis } from "../cut/members.ts";
import { referencesTo, topLevelNames } from "../cut/names.ts";
import { isWithin, type ParsedScript, type Range, rangeOf, scriptOf } from "../cut/script.ts";
import { literalsOf } from "../cut/slice.ts";
import { parentOf, type TextEdit } from "./strict-mode-finding.ts";

/** A change that brings the members of `Zap` to the top level of a script. */
export interface Flattening {
  readonly statement: Statement;
  readonly kind: "function" | "variable";
  readonly edits: readonly TextEdit[];
}

const MOST_LAYERS = 4;

/** A script without a function around it, and with a `var` for `Zap` alone. */
export function flattened(text: string, layers = MOST_LAYERS): string {
  const script = scriptOf(text);
  const found = layers > 0 ? flatteningOf(script) : undefined;
  if (!found) return text;
  const edited = new MagicString(text);
  for (const { start, end, text: other } of found.edits) {
    if (start === end) edited.appendLeft(start, other);
    else edited.update(start, end, other);
  }
  return flattened(edited.toString(), layers - 1);
}

/** The first change that flattens a script, if there is one. */
export function flatteningOf(script: ParsedScript): Flattening | undefined {
  for (const statement of script.program.body as Statement[]) {
    const edits = unwrapping(statement, script);
    if (edits) return { statement, kind: "function", edits };
    if (statement.type !== "VariableDeclaration") continue;
    const splitting = ownVariable(statement, script);
    if (splitting) return { statement, kind: "variable", edits: splitting };
  }
  return undefined;
}

/** A function that is called where it stands, and nowhere else. */
interface Wrapper {
  readonly node: (FunctionExpression | ArrowFunctionExpression) & { readonly body: BlockStatement };
  readonly given: readonly AnyNode[];
  readonly scope: Scope;
}

/** `(function () { … Zap = {…}; })();`, `var Zap = (function () { … return {…}; })();` */
function unwrapping(statement: Statement, script: ParsedScript): TextEdit[] | undefined {
  const value = valueOfZap(statement);
  const called = value ?? (statement.type === "ExpressionStatement" ? statement.expression : undefined);
  const wrapper = called && wrapperOf(called, script);
  if (!wrapper) return undefined;
  const { body } = wrapper.node;
  const isFree = parametersAreFree(wrapper, script) && thisIsOnlyForZap(body, script);
  if (!isFree || clashes(wrapper, statement, script)) return undefined;
  const returned = returnsOf(body);
  const result = value ? resultEdits(wrapper, returned, script) : [];
  if (!result || (!value && (returned.length > 0 || !body.body.some(setsZap)))) return undefined;
  const inner = { start: body.start + 1, end: body.end - 1 };
  const blanks = /^[ \t]*/.exec(script.text.slice(inner.start))?.[0].length ?? 0;
  return [
    withoutCode({ start: statement.start, end: inner.start + blanks }, script),
    ...dedenting(inner, body, script),
    ...zapEdits(wrapper, script),
    ...result,
    withoutCode({ start: inner.end, end: statement.end }, script),
  ];
}

/** The value that a statement gives to `Zap`. */
function valueOfZap(statement: Statement): Expression | undefined {
  if (statement.type === "VariableDeclaration") {
    const [only, another] = statement.declarations;
    const isOfZap = only?.id.type === "Identifier" && only.id.name === "Zap" && !another;
    return isOfZap ? (only.init ?? undefined) : undefined;
  }
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    return undefined;
  const { left, operator, right } = statement.expression;
  return operator === "=" && isZap(left) ? right : undefined;
}

function wrapperOf(value: Expression, { scopes }: ParsedScript): Wrapper | undefined {
  const call = value.type === "UnaryExpression" ? value.argument : value;
  if (call.type !== "CallExpression") return undefined;
  const { callee, arguments: given } = call;
  const isOfThis =
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "call" &&
    given[0]?.type === "ThisExpression";
  const node = isOfThis ? callee.object : callee;
  if (node.type !== "FunctionExpression" && node.type !== "ArrowFunctionExpression") return undefined;
  if (node.async || node.generator || node.body.type !== "BlockStatement") return undefined;
  const scope = scopes.acquireAll(node as never)?.find(({ type }) => type === "function");
  const isNamed = node.type === "FunctionExpression" && node.id !== null;
  if (!scope || isNamed || (scope.set.get("arguments")?.references.length ?? 0) > 0) return undefined;
  return { node: node as Wrapper["node"], given: isOfThis ? given.slice(1) : given, scope };
}

/** True if each parameter is unused, has the name of what it is given, or is the object that holds `Zap`. */
function parametersAreFree({ node, given, scope }: Wrapper, script: ParsedScript): boolean {
  return node.params.every((parameter, index) => {
    if (parameter.type !== "Identifier") return false;
    const references = scope.set.get(parameter.name)?.references ?? [];
    const argument = given[index];
    if (argument?.type === "Identifier" && argument.name === parameter.name)
      return references.every((it) => !it.isWrite());
    return references.every((it) => zapOf(it, script) !== undefined);
  });
}

/** `scope.Zap`, of a reference to `scope` */
function zapOf({ identifier }: Reference, script: ParsedScript): AnyNode | undefined {
  const member = parentOf(identifier as AnyNode, script);
  const isObject = member?.type === "MemberExpression" && member.object === (identifier as unknown);
  return isObject && isZap(member) ? member : undefined;
}

/** `scope.Zap` -> `Zap`, where the function gets `scope` as a parameter */
function zapEdits({ node, given, scope }: Wrapper, script: ParsedScript): TextEdit[] {
  return node.params.flatMap((parameter, index) => {
    const argument = given[index];
    const name = (parameter as Identifier).name;
    if (argument?.type === "Identifier" && argument.name === name) return [];
    const found = (scope.set.get(name)?.references ?? []).flatMap((it) => zapOf(it, script) ?? []);
    return found.map(({ start, end }) => ({ start, end, text: "Zap" }));
  });
}

/** `this.Zap = Zap;` */
function thisIsOnlyForZap(body: BlockStatement, script: ParsedScript): boolean {
  return outerThis(body).every((node) => {
    const member = parentOf(node, script);
    const assignment = member && parentOf(member, script);
    const statement = assignment && parentOf(assignment, script);
    const isTarget = assignment?.type === "AssignmentExpression" && assignment.left === member;
    return isTarget && isZap(member as AnyNode) && statement?.type === "ExpressionStatement";
  });
}

/** True if a name within the function means another thing outside of it. */
function clashes({ node, scope }: Wrapper, statement: Statement, script: ParsedScript): boolean {
  const [top] = script.scopes.scopes;
  const outside = (top ? referencesTo(top) : []).filter(
    ({ identifier }) => !isWithin(rangeOf(identifier), node),
  );
  const used = new Set(outside.map(({ identifier }) => identifier.name));
  const isElsewhere = (name: string) => topLevelNames(script).has(name) || used.has(name);
  const inner = scope.variables.filter(({ defs }) => defs.some(({ type }) => type !== "Parameter"));
  const isOnly = statement.type === "ExpressionStatement";
  return inner.some(({ name }) => isElsewhere(name) && !(name === "Zap" && isOnly));
}

/** The `return` statements of a function itself. */
function returnsOf(node: AnyNode): AnyNode[] {
  return nodesWhere(
    node,
    ({ type }) => type === "ReturnStatement",
    ({ type }) => !/^(Function|Arrow|Class)/.test(type),
  );
}

function setsZap(statement: Statement): boolean {
  if (valueOfZap(statement)) return true;
  if (statement.type === "VariableDeclaration")
    return statement.declarations.some(
      ({ id, init }) => init && id.type === "Identifier" && id.name === "Zap",
    );
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    return false;
  const { left } = statement.expression;
  return left.type === "MemberExpression" && isZap(left.object);
}

/** `return {…};` -> `var Zap = {…};`, and `return api;` -> nothing, with `Zap` in place of `api`. */
function resultEdits(
  { node, scope }: Wrapper,
  returned: readonly AnyNode[],
  script: ParsedScript,
): TextEdit[] | undefined {
  const [only, another] = returned;
  if (only?.type !== "ReturnStatement" || another || only !== node.body.body.at(-1)) return undefined;
  const { argument, start } = only;
  const declaresZap = scope.set.has("Zap");
  if (argument?.type === "ObjectExpression" && !declaresZap)
    return [{ start, end: start + "return".length, text: "var Zap =" }];
  if (argument?.type !== "Identifier") return undefined;
  const variable = scope.set.get(argument.name);
  const isVariable = variable?.defs.length === 1 && variable.defs[0]?.type === "Variable";
  if (!variable || !isVariable || (declaresZap && argument.name !== "Zap")) return undefined;
  const places = [...variable.identifiers, ...variable.references.map(({ identifier }) => identifier)];
  const named = [...new Set(places.map((it) => rangeOf(it).start))].filter(
    (at) => !isWithin({ start: at, end: at }, only),
  );
  const renaming = named.map((at) => renamed(at, argument.name, script));
  return [...(argument.name === "Zap" ? [] : renaming), withoutCode(only, script)];
}

function renamed(start: number, name: string, { text }: ParsedScript): TextEdit {
  const end = start + name.length;
  const isShorthand = /[{,]\s*$/.test(text.slice(0, start)) && /^\s*[,}]/.test(text.slice(end));
  return { start, end, text: isShorthand ? `${name}: Zap` : "Zap" };
}

/** Takes code out of a text, and leaves the comments in it. */
function withoutCode({ start, end }: Range, { text, comments }: ParsedScript): TextEdit {
  const inside = comments.filter((it) => start <= it.start && it.end <= end);
  return { start, end, text: inside.map((it) => `${text.slice(it.start, it.end)}\n`).join("") };
}

/** Moves the lines of a function's body to the left, but for those that begin within a text. */
function dedenting({ start, end }: Range, { body }: BlockStatement, script: ParsedScript): TextEdit[] {
  const { text } = script;
  const first = body[0]?.start ?? end;
  const width = /[ \t]*$/.exec(text.slice(start, first))?.[0].length ?? 0;
  const isOnLine = text.slice(start, first - width).endsWith("\n");
  if (!isOnLine || width === 0) return [];
  const margin = new RegExp(`\\n[ \\t]{1,${width}}`, "g");
  const fixed = literalsOf(script);
  return [...text.slice(start, end).matchAll(margin)].flatMap(({ index, 0: found }) => {
    const line = start + index + 1;
    const isFixed = fixed.some((it) => it.start < line && line < it.end);
    return isFixed ? [] : [{ start: line, end: line + found.length - 1, text: "" }];
  });
}

/** `var a = 1, Zap = {…}, b;` -> `var a = 1; var Zap = {…}; var b;` */
function ownVariable(
  { declarations, kind }: VariableDeclaration,
  script: ParsedScript,
): TextEdit[] | undefined {
  const index = declarations.findIndex(({ id }) => id.type === "Identifier" && id.name === "Zap");
  const zap = declarations[index];
  if (!zap || declarations.length < 2) return undefined;
  const [before, behind] = [declarations[index - 1], declarations[index + 1]];
  if (!zap.init) {
    if (before) return [withoutCode({ start: before.end, end: zap.end }, script)];
    return [withoutCode({ start: zap.start, end: behind?.start ?? zap.end }, script)];
  }
  const apart = (one: AnyNode, other: AnyNode): TextEdit[] => {
    const comma = commaBehind(one, script);
    const blanks = /\s*$/.exec(script.text.slice(comma + 1, other.start))?.[0].length ?? 0;
    const own = { start: other.start - blanks, end: other.start, text: `\n${kind} ` };
    return [{ start: comma, end: comma + 1, text: ";" }, own];
  };
  return [...(before ? apart(before, zap) : []), ...(behind ? apart(zap, behind) : [])];
}

function commaBehind({ end }: AnyNode, { text, commentAt }: ParsedScript): number {
  let at = end;
  while (text[at] !== ",") at = commentAt.get(at)?.end ?? at + 1;
  return at;
}
