import type {
  AnyNode,
  AssignmentExpression,
  CallExpression,
  FunctionDeclaration,
  Identifier,
  LogicalExpression,
  MemberExpression,
  Node,
  ReturnStatement,
} from "acorn";
import { simple } from "acorn-walk";
import { markedNumber } from "./comments.ts";
import { partsOf } from "./parts-of.ts";
import type { LoweredClass, LoweredClasses } from "./plain-classes.ts";
import type { Scopes, Variable } from "./scopes.ts";
import { indentationAt, lineStartOf, type Script } from "./script.ts";

/** What a constructor does with the object that its base gives. */
interface SuperUses {
  /** `_super.call(this) || this`, the call in it, and the statement that it stands in. */
  readonly calls: readonly { readonly statement: Node; readonly call: CallExpression }[];
  readonly returns: readonly ReturnStatement[];
  /** `_this` */
  readonly object: Variable | undefined;
}

/**
 * A constructor need not ask for the object that its base gives, where all classes above give nothing but `this`:
 *
 *   var _this = _super.call(this, "a") || this;      Base.call(this, "a");
 *   _this.b = 1;                                ->   this.b = 1;
 *   return _this;
 */
export function plainSuperCalls(it: LoweredClass, classes: LoweredClasses, script: Script): void {
  const { base, constructorFunction } = it;
  if (!base) return;
  const uses = usesOfSuper(it, script.scopes);
  if (!uses || !givesThis(base, classes, script.scopes)) {
    withoutGuard(constructorFunction, base, script);
    return;
  }
  const { object } = uses;
  const isCaptured = object?.places.some(({ scope }) => scope.node !== constructorFunction) ?? false;
  writeCalls(uses, isCaptured, script);
  writeReturns(uses, constructorFunction, script);
  if (object) writeThis(uses, object, isCaptured ? constructorFunction : undefined, script);
}

/** `_super !== null && _super.apply(this, arguments) || this` -> `Base.apply(this, arguments) || this` */
function withoutGuard(made: Node, base: Variable, { scopes, edit }: Script): void {
  simple(made, {
    LogicalExpression({ operator, left, right }) {
      if (operator !== "&&" || left.type !== "BinaryExpression" || left.operator !== "!==") return;
      const isNull = left.right.type === "Literal" && left.right.raw === "null";
      if (isNull && scopes.at.get(left.left) === base) edit.remove(left.start, right.start);
    },
  });
}

/** `var _this = _super.call(this) || this;` -> `Base.call(this);`, and `var _this = this;` where a function inside needs it */
function writeCalls({ calls, object }: SuperUses, isCaptured: boolean, { code, edit }: Script): void {
  for (const { statement, call } of calls) {
    edit.remove(statement.start, call.start);
    const declares = isCaptured && statement.type === "VariableDeclaration";
    const declaration = `\n${indentationAt(code, statement.start)}var ${object?.name} = this;`;
    edit.overwrite(call.end, statement.end, declares ? `;${declaration}` : ";");
  }
}

function writeReturns({ returns }: SuperUses, { body }: FunctionDeclaration, { code, edit }: Script): void {
  const last = body.body.findLast((it) => markedNumber(it) === undefined);
  for (const it of returns) {
    if (it === last) edit.remove(lineStartOf(code, it.start) - 1, it.end);
    else edit.overwrite(it.start, it.end, "return;");
  }
}

/** `_this.a` -> `this.a`, but in functions inside of the one that needs the variable for them, if there is one. */
function writeThis(
  { calls, returns }: SuperUses,
  object: Variable,
  needed: Node | undefined,
  script: Script,
): void {
  const gone = [...returns, ...calls.map(({ statement }) => statement)];
  for (const { node, parent, scope } of object.places) {
    if (gone.some(({ start, end }) => start <= node.start && node.end <= end)) continue;
    const isDeclaration = parent.type === "VariableDeclarator" && parent.id === node;
    if (!isDeclaration && (!needed || scope.node === needed))
      script.edit.overwrite(node.start, node.end, "this");
    // var _this = this;
    else if (!needed) script.edit.remove(lineStartOf(script.code, node.start) - 1, parent.end + 1);
  }
}

/** Whether `new` gives what the class of a variable made, and nothing else that a constructor returned. */
function givesThis(variable: Variable, classes: LoweredClasses, scopes: Scopes): boolean {
  if (variable.elsewhere) return variable.elsewhere.givesThis;
  const it = classes.get(variable);
  return it !== undefined && givesOwnThis(it, scopes) && (!it.base || givesThis(it.base, classes, scopes));
}

/** Whether the constructor of a class gives what its base made, or `this` where there is no base. */
export function givesOwnThis(it: LoweredClass, scopes: Scopes): boolean {
  return usesOfSuper(it, scopes) !== undefined;
}

/** Undefined where a constructor returns something else, or does something else with what its base gives. */
function usesOfSuper({ constructorFunction, base }: LoweredClass, { at }: Scopes): SuperUses | undefined {
  const calls: { statement: Node; call: CallExpression }[] = [];
  const returns: ReturnStatement[] = [];
  const objects = new Set<Variable | undefined>();
  let isPlain = true;
  const visit = (node: AnyNode, around: readonly AnyNode[]): void => {
    const call = base && superCall(node, base, at);
    const [parent, statement] = around;
    if (call && parent?.type === "ReturnStatement") calls.push({ statement: parent, call });
    else if (call && statement && isStatementOf(parent as AnyNode, statement)) {
      objects.add(at.get(targetOf(parent as AnyNode)));
      calls.push({ statement, call });
    } else if (call) isPlain = false;
    else if (node.type === "ReturnStatement" && node.argument?.type === "Identifier") {
      objects.add(at.get(node.argument));
      returns.push(node);
    } else if (
      node.type === "ReturnStatement" &&
      node.argument &&
      !(base && superCall(node.argument as AnyNode, base, at))
    )
      isPlain = false;
    if (call || /Function/.test(node.type)) return;
    for (const part of partsOf(node)) visit(part, [node, ...around]);
  };
  visit(constructorFunction.body, []);
  const [object, ...others] = objects;
  if (!isPlain || others.length > 0 || (object && !isObject(object, base, at))) return undefined;
  return { calls, returns, object };
}

/** Whether a variable holds nothing but `this`, or what the base gives instead. */
function isObject({ values, isLate }: Variable, base: Variable | undefined, at: Scopes["at"]): boolean {
  const isThis = (value: Node | undefined) =>
    value?.type === "ThisExpression" || Boolean(value && base && superCall(value as AnyNode, base, at));
  return !isLate && values.every(isThis);
}

/** `var _this = …;` or `_this = …;` */
function isStatementOf(parent: AnyNode, statement: AnyNode): boolean {
  if (statement.type === "VariableDeclaration") return statement.declarations.length === 1;
  return (
    statement.type === "ExpressionStatement" &&
    parent.type === "AssignmentExpression" &&
    parent.operator === "="
  );
}

function targetOf(parent: AnyNode): Node {
  return parent.type === "VariableDeclarator" ? parent.id : (parent as AssignmentExpression).left;
}

/** `_super.call(this) || this`, `_super !== null && _super.apply(this, arguments) || this` -> the call */
function superCall(node: AnyNode, base: Variable, at: Scopes["at"]): CallExpression | undefined {
  if (node.type !== "LogicalExpression" || node.operator !== "||") return undefined;
  const { left, right } = node;
  const isGuarded = left.type === "LogicalExpression" && left.operator === "&&";
  const call = isGuarded ? (left as LogicalExpression).right : left;
  if (right.type !== "ThisExpression" || call.type !== "CallExpression") return undefined;
  const { object, property } = call.callee as MemberExpression;
  const isOfBase = call.callee.type === "MemberExpression" && at.get(object) === base;
  return isOfBase && /^(call|apply)$/.test((property as Identifier).name) ? call : undefined;
}
