import type { AnyNode, Expression, ObjectExpression, Property, Statement } from "acorn";
import { isFunction, propertyName } from "../../inference/nodes.ts";
import { childrenOf, nodesWhere } from "../../source/walk.ts";
import { outerNames, redeclaredGlobals } from "./names.ts";
import { isWithin, type ParsedScript, type Range, rangeOf } from "./script.ts";

/** Something that a script puts on `Zap`, with the text that belongs to it. */
export interface ZapMember {
  /** In `Zap`. */
  readonly name: string;
  readonly value: Expression;
  /** The property, or the statement `Zap.x = …;`. */
  readonly node: AnyNode;
  /** The range of the member with its comments: those above it, and those behind it on its line. */
  readonly owned: Range;
}

/** A script whose members of `Zap` can be cut out of its text. */
export interface DividedScript {
  readonly members: readonly ZapMember[];
  /** Those that a later one of the same name replaces, before anything reads them: they are left out. */
  readonly replaced: readonly ZapMember[];
  /** The other statements of the script, in its order, each with its comments; and the places of those that make `Zap`. */
  readonly parts: readonly DividedPart[];
}

export interface DividedPart {
  readonly kind: "shared" | "zap" | "left out";
  readonly statement?: Statement;
  readonly owned: Range;
  /** The members that a statement puts on `Zap`. */
  readonly members: readonly ZapMember[];
}

/** Why a script cannot be cut, as the end of a sentence. */
export interface Uncut {
  readonly because: string;
}

/** Finds the members of `Zap`, where all of them stand at the top level of the script. */
export function membersOf(script: ParsedScript): DividedScript | Uncut {
  const { program } = script;
  const statements = program.body as Statement[];
  const owned = ownedBy(statements, { start: 0, end: script.text.length }, script);
  const parts: DividedPart[] = [];
  for (const [index, statement] of statements.entries()) {
    const range = owned[index] as Range;
    const found = definitionIn(statement, range, script);
    if ("because" in found) return found;
    parts.push({ ...found, statement, owned: range });
  }
  const last = owned.at(-1)?.end ?? 0;
  if (script.text.slice(last).trim() !== "")
    parts.push({ kind: "shared", owned: { start: last, end: script.text.length }, members: [] });
  if (parts.every(({ members }) => members.length === 0))
    return { because: "nothing at its top level puts a member on `Zap`" };
  const replaced = replacedIn(parts.flatMap(({ members }) => members));
  const remaining = parts.map((part) => ({
    ...part,
    members: part.members.filter((it) => !replaced.includes(it)),
  }));
  const whole = withMovedFunctions(remaining, script);
  const members = whole.flatMap((part) => part.members);
  return uncutByScope(script, whole) ?? { members, replaced, parts: whole };
}

function replacedIn(members: readonly ZapMember[]): ZapMember[] {
  return members.filter(
    ({ name, value }, index) =>
      isConstant(value) && members.slice(index + 1).some((later) => later.name === name),
  );
}

/** Functions that the script declares only to put them on `Zap`, as in `{ new_ticket_poll: new_ticket_poll }`, are members themselves. */
function withMovedFunctions(parts: readonly DividedPart[], script: ParsedScript): DividedPart[] {
  const [top] = script.scopes.scopes;
  const isCommented = ({ start, end }: Range) =>
    script.comments.some((it) => start <= it.start && it.end <= end);
  const moved = new Map<Statement, ZapMember>();
  for (const member of parts.flatMap(({ members }) => members)) {
    const { value, owned } = member;
    const variable = value.type === "Identifier" ? top?.set.get(value.name) : undefined;
    const part = parts.find(
      ({ kind, statement }) =>
        kind === "shared" &&
        statement?.type === "FunctionDeclaration" &&
        statement.id === variable?.defs[0]?.name,
    );
    const isUsedOnce = variable?.references.length === 1 && variable.defs.length === 1;
    if (!part?.statement || !isUsedOnce || isCommented(owned)) continue;
    const { set } = outerNames(part.statement, script);
    if ([...set].some((name) => top?.set.has(name))) continue;
    const node = part.statement as AnyNode;
    moved.set(part.statement, { ...member, value: node as Expression, node, owned: part.owned });
  }
  const movedNames = [...moved.values()].map(({ name }) => name);
  return parts.map((part) => {
    const member = part.statement && moved.get(part.statement);
    if (member) return { ...part, kind: "zap", members: [member] };
    return { ...part, members: part.members.filter(({ name }) => !movedNames.includes(name)) };
  });
}

type PartContent = Pick<DividedPart, "kind" | "members"> | Uncut;

function definitionIn(statement: Statement, owned: Range, script: ParsedScript): PartContent {
  const shared: PartContent = { kind: "shared", members: [] };
  if (statement.type === "ReturnStatement") return { because: "it returns at its top level" };
  if (statement.type === "VariableDeclaration") {
    const zap = statement.declarations.find(({ id }) => id.type === "Identifier" && id.name === "Zap");
    if (!zap) return shared;
    if (statement.declarations.length > 1) return { because: "`Zap` shares its `var` with other variables" };
    return zap.init ? fromObject(zap.init, script) : { kind: "zap", members: [] };
  }
  if (isExportOfZap(statement, script)) return { kind: "left out", members: [] };
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    return shared;
  const { left, right, operator } = statement.expression;
  if (operator !== "=") return shared;
  if (isZap(left as Expression)) return fromObject(right, script);
  const name = left.type === "MemberExpression" && isZap(left.object) && propertyName(left.property, left);
  if (!name) return shared;
  return { kind: "zap", members: [{ name, value: right, node: statement, owned }] };
}

/** `Zap`, `scope.Zap`, `module.exports` */
export function isZap(node: AnyNode): boolean {
  if (node.type === "Identifier") return node.name === "Zap";
  if (node.type !== "MemberExpression") return false;
  const name = propertyName(node.property, node);
  if (name === "Zap") return node.object.type === "Identifier" || node.object.type === "ThisExpression";
  return name === "exports" && node.object.type === "Identifier" && node.object.name === "module";
}

/** `module.exports = Zap;`, also below `if (typeof module …)`. */
export function isExportOfZap(statement: Statement, { text }: ParsedScript): boolean {
  const code = text.slice(statement.start, statement.end).replace(/\s+/g, " ");
  const isExport = (it: string) => /^(module\.)?exports(\.Zap)? = Zap ?;?$/.test(it.trim());
  if (statement.type === "ExpressionStatement") return isExport(code);
  if (statement.type !== "IfStatement" || statement.alternate) return false;
  const body = /^\{(.*)\}$/.exec(
    text.slice(statement.consequent.start, statement.consequent.end).replace(/\s+/g, " "),
  );
  const inner = body?.[1] ?? text.slice(statement.consequent.start, statement.consequent.end);
  return /\b(module|exports)\b/.test(text.slice(statement.test.start, statement.test.end)) && isExport(inner);
}

/** Reads the value that `Zap` is set to. */
function fromObject(value: Expression, script: ParsedScript): PartContent {
  if (value.type === "AssignmentExpression" && isZap(value.left as Expression))
    return fromObject(value.right, script);
  // `Zap = Zap || {}`
  if (value.type === "LogicalExpression" && isZap(value.left)) return fromObject(value.right, script);
  if (value.type === "Identifier" && value.name === "Zap") return { kind: "zap", members: [] };
  if (value.type !== "ObjectExpression") return { because: "`Zap` is not written as one object" };
  return propertiesOf(value, script);
}

function propertiesOf(object: ObjectExpression, script: ParsedScript): PartContent {
  const { properties } = object;
  const plain = properties.filter(
    (it): it is Property => it.type === "Property" && it.kind === "init" && !it.computed,
  );
  if (plain.length < properties.length)
    return { because: "`Zap` has a getter, a computed name or a spread object" };
  const within = { start: object.start + 1, end: object.end - 1 };
  const owned = ownedBy(plain, within, script);
  const members = plain.map((node, index): ZapMember => {
    const name = propertyName(node.key, node) as string;
    return { name, value: node.value as Expression, node, owned: owned[index] as Range };
  });
  return { kind: "zap", members };
}

/**
 * The range that belongs to each of some nodes in a row: everything from the end of the one before it to its own end, with a comma and the
 * comments behind it on its line. The last has all to the end, where the row is that of an object.
 */
function ownedBy(nodes: readonly AnyNode[], within: Range, script: ParsedScript): Range[] {
  const ranges: Range[] = [];
  let start = within.start;
  nodes.forEach((node, index) => {
    const isLastProperty = index === nodes.length - 1 && node.type === "Property";
    const end = isLastProperty ? within.end : endOfLine(node, within.end, script);
    ranges.push({ start, end });
    start = end;
  });
  return ranges;
}

/** The end of a node with its comma and, where nothing else follows on its line, the comments there. */
function endOfLine({ end }: AnyNode, limit: number, { text, commentAt }: ParsedScript): number {
  let at = end;
  let separator = end;
  let hasComma = false;
  while (at < limit) {
    const comment = commentAt.get(at);
    if (comment) at = comment.end;
    else if (text[at] === "," && !hasComma) {
      at += 1;
      separator = at;
      hasComma = true;
    } else if (text[at] === ";") {
      at += 1;
      separator = at;
    } else if (text[at] === "\n") {
      // A comma on the next line, as in `, b: …`, is part of what separates.
      return hasComma || !/^\s*,/.test(text.slice(at, limit)) ? at : separatorBehind(at, text);
    } else if (/\s/.test(text[at] as string)) at += 1;
    else return separator;
    if (comment?.type === "Block" && text.slice(comment.start, comment.end).includes("\n")) return separator;
  }
  return at;
}

function separatorBehind(at: number, text: string): number {
  return text.indexOf(",", at) + 1;
}

/** The reason that the scopes give against a cut. */
function uncutByScope(script: ParsedScript, parts: readonly DividedPart[]): Uncut | undefined {
  const { program, scopes } = script;
  const [top] = scopes.scopes;
  if (!top) return undefined;
  const definitions = parts
    .filter(({ kind }) => kind !== "shared")
    .flatMap(({ statement }) => statement ?? []);
  const ofZap =
    top.set.get("Zap")?.references ?? top.through.filter(({ identifier }) => identifier.name === "Zap");
  for (const reference of ofZap) {
    const place = rangeOf(reference.identifier);
    if (reference.from.variableScope !== top) {
      if (reference.isWrite()) return { because: "a function sets `Zap`" };
      if (isReachedWhileLoading(place, script)) return { because: "it uses `Zap` while it loads" };
      continue;
    }
    const isDefinition = definitions.some((it) => isWithin(place, it));
    if (!isDefinition || isUsedInValue(place, parts)) return { because: "it uses `Zap` while it loads" };
  }
  const [redeclared] = redeclaredGlobals(script);
  if (redeclared !== undefined)
    return { because: `it declares \`${redeclared}\` anew, and may read the platform's before it sets it` };
  if (usesOuterThis(program, parts)) return { because: "it uses `this` at its top level" };
  const names = parts.flatMap(({ members }) => members.map(({ name }) => name));
  // That is the name of a file's own export.
  if (names.includes("default")) return { because: "no file can export a member named `default`" };
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : { because: `\`${twice}\` is put on \`Zap\` twice` };
}

/** Tells whether a place runs while the script loads, also as a part of a function of the top level that is called then. */
function isReachedWhileLoading(place: Range, script: ParsedScript, looked: readonly string[] = []): boolean {
  const { program, scopes } = script;
  if (runsWhileLoading(place, program)) return true;
  const statement = program.body.find((it) => isWithin(place, it));
  const name = statement?.type === "FunctionDeclaration" ? statement.id.name : undefined;
  if (name === undefined || looked.includes(name)) return false;
  const references = scopes.scopes[0]?.set.get(name)?.references ?? [];
  const called = references
    .map(({ identifier }) => rangeOf(identifier))
    .filter((it) => isCalledAt(it, script));
  return called.some((it) => isReachedWhileLoading(it, script, [...looked, name]));
}

/** `add("post")` */
function isCalledAt({ end }: Range, { text }: ParsedScript): boolean {
  return /^\s*\(/.test(text.slice(end));
}

/**
 * Tells whether a place within functions is reached while the script loads: each of these functions is called where it stands, or given to
 * a call, as in `keys.forEach(function (key) {…})`.
 */
function runsWhileLoading(place: Range, program: AnyNode): boolean {
  let node = program;
  let isCalled = false;
  while (!isFunction(node) || isCalled) {
    const child = childrenOf(node).find((it) => isWithin(place, it));
    if (!child) return true;
    const isCall = node.type === "CallExpression" || node.type === "NewExpression";
    // `(function () {…}).call(this)`
    const isCallee: boolean = node.type === "MemberExpression" && node.object === child && isCalled;
    isCalled = isCall || isCallee;
    node = child;
  }
  return false;
}

function isUsedInValue(place: Range, parts: readonly DividedPart[]): boolean {
  return parts.some(({ members }) => members.some(({ value }) => isWithin(place, value)));
}

/** `this` outside of functions: in a module it is nothing. */
function usesOuterThis(program: AnyNode, parts: readonly DividedPart[]): boolean {
  const ofZap = parts.filter(({ kind }) => kind === "zap").flatMap(({ statement }) => statement ?? []);
  const found = outerThis(program);
  return found.some((node) => {
    const statement = ofZap.find((it) => isWithin(node, it));
    const isTarget = statement?.type === "ExpressionStatement" && statement.start === node.start;
    return !isTarget;
  });
}

/** `this` outside of the functions in a node. */
export function outerThis(node: AnyNode): AnyNode[] {
  return nodesWhere(
    node,
    ({ type }) => type === "ThisExpression",
    ({ type }) => type !== "FunctionDeclaration" && type !== "FunctionExpression",
  );
}

/** Tells whether a value can be evaluated anywhere: it is made of literals and functions. */
export function isConstant(value: Expression): boolean {
  if (isFunction(value)) return true;
  switch (value.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
      return value.expressions.length === 0;
    case "UnaryExpression":
      return isConstant(value.argument);
    case "ObjectExpression":
      return value.properties.every((it) => it.type === "Property" && !it.computed && isConstant(it.value));
    case "ArrayExpression":
      return value.elements.every((it) => it !== null && it.type !== "SpreadElement" && isConstant(it));
    case "BinaryExpression":
      return childrenOf<AnyNode>(value).every((it) => isConstant(it as Expression));
    default:
      return false;
  }
}
