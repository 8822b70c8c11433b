import type {
  AnyNode,
  CallExpression,
  ExpressionStatement,
  FunctionDeclaration,
  FunctionExpression,
  Identifier,
  Node,
  ReturnStatement,
  Statement,
  VariableDeclaration,
} from "acorn";
import { markedNumber } from "./comments.ts";
import { isSteady } from "./elsewhere.ts";
import { inScope } from "./in-scope.ts";
import { merge } from "./renaming.ts";
import type { Scopes, Variable } from "./scopes.ts";
import { indentationAt, lineStartOf, type Script } from "./script.ts";
import { plainSuperCalls } from "./super-calls.ts";

/** A class as it is lowered: `var Thing = (function(_super) { function Thing2() {…} return Thing2; })(Base);` */
export interface LoweredClass {
  readonly statement: VariableDeclaration;
  readonly wrapper: FunctionExpression;
  readonly constructorFunction: FunctionDeclaration;
  readonly returned: ReturnStatement;
  /** The variable that holds the class. */
  readonly variable: Variable;
  /** `__extends(Thing2, _super);` */
  readonly inherits: ExpressionStatement | undefined;
  /** The class that it extends. */
  readonly base: Variable | undefined;
}

/** The classes that need no function around them, by the variables that hold them. */
export type LoweredClasses = ReadonlyMap<Variable, LoweredClass>;

/**
 * Finds the classes that need no function around them: the bundler needed it, to drop a class that nothing uses. One that is
 * assigned to, or needs variables of its own, keeps it. From now on the names inside are those outside.
 */
export function plainClasses(scopes: Scopes): LoweredClasses {
  const found = scopes.all.flatMap(({ node }) =>
    statementsOf(node as AnyNode).flatMap((statement) => loweredClass(statement, scopes) ?? []),
  );
  return new Map(found.map((it) => [it.variable, it]));
}

/**
 * Takes away the function around each class:
 *
 *   var Thing = (function(_super) {              function Thing() {
 *     __extends(Thing2, _super);                   Base.apply(this, arguments);
 *     function Thing2() {                   ->   }
 *       return _super !== null && …;             __extends(Thing, Base);
 *     }
 *     return Thing2;
 *   })(Base);
 */
export function writePlainClasses(classes: LoweredClasses, script: Script): void {
  const { code, edit, outdented, gone } = script;
  for (const it of classes.values()) {
    const { statement, wrapper, returned, constructorFunction, inherits, variable, base } = it;
    plainSuperCalls(it, classes, script);
    const start = wrapper.body.start + "{\n".length;
    const end = lineStartOf(code, returned.start);
    edit.remove(lineStartOf(code, statement.start), start);
    edit.remove(end - 1, statement.end);
    outdented.push({ start, end });
    gone.add(statement);
    if (!inherits || !base) continue;
    edit.remove(lineStartOf(code, inherits.start), inherits.end + 1);
    const { callee } = inherits.expression as CallExpression;
    const helper = script.scopes.at.get(callee)?.name ?? code.slice(callee.start, callee.end);
    const call = `${helper}(${variable.name}, ${base.name});`;
    edit.appendLeft(constructorFunction.end, `\n${indentationAt(code, inherits.start)}${call}`);
  }
}

function statementsOf(node: AnyNode): readonly Node[] {
  if (node.type === "Program") return node.body;
  return "body" in node && node.type !== "CatchClause" ? ((node.body as { body?: Node[] }).body ?? []) : [];
}

function loweredClass(statement: Node, scopes: Scopes): LoweredClass | undefined {
  if (statement.type !== "VariableDeclaration") return undefined;
  const { declarations } = statement as VariableDeclaration;
  const [only] = declarations;
  const call = only?.init as CallExpression | null | undefined;
  if (declarations.length !== 1 || call?.type !== "CallExpression") return undefined;
  const wrapper = call.callee as FunctionExpression;
  if (wrapper.type !== "FunctionExpression" || wrapper.params.length !== call.arguments.length)
    return undefined;
  const inside = insideOf(wrapper);
  const variable = scopes.at.get((only as { id: Node }).id);
  const inner = inside && scopes.at.get(inside.constructorFunction.id);
  if (!inside || !variable || !inner || variable.values.length !== 1) return undefined;
  const base = baseOf(call, wrapper, scopes);
  if (!base || !canMerge(inner, variable)) return undefined;
  merge(inner, variable, scopes);
  if (base.outer && base.inner) merge(base.inner, base.outer, scopes);
  return { statement: statement as VariableDeclaration, wrapper, ...inside, variable, base: base.outer };
}

/** The constructor and the `return`, if there is nothing else but statements without variables. */
function insideOf(wrapper: FunctionExpression) {
  const statements = wrapper.body.body.filter((it) => markedNumber(it) === undefined);
  const returned = statements.pop() as ReturnStatement | undefined;
  const functions = statements.filter(({ type }) => type === "FunctionDeclaration") as FunctionDeclaration[];
  const [constructorFunction] = functions;
  const others = statements.filter(({ type }) => type !== "FunctionDeclaration");
  if (returned?.type !== "ReturnStatement" || returned.argument?.type !== "Identifier") return undefined;
  if (!constructorFunction || functions.length > 1 || !others.every(isPlain)) return undefined;
  if (constructorFunction.id.name !== returned.argument.name) return undefined;
  const inherits = wrapper.params.length > 0 ? (others.shift() as ExpressionStatement) : undefined;
  return { constructorFunction, returned, inherits };
}

function isPlain({ type }: Statement): boolean {
  return type === "ExpressionStatement";
}

/** The class that is extended, and the parameter that it is inside; undefined where it is anything but a class that stays. */
function baseOf(call: CallExpression, { params: [param] }: FunctionExpression, { at }: Scopes) {
  if (!param) return {};
  const outer = at.get(call.arguments[0] as Identifier);
  const inner = at.get(param);
  if (!outer || !inner || !isSteady(outer)) return undefined;
  return canMerge(inner, outer) ? { outer, inner } : undefined;
}

/** Whether the name of a variable means it, or what is to become it, wherever that stands. */
function canMerge(from: Variable, into: Variable): boolean {
  return from.places.every(({ scope }) => {
    const meant = inScope(scope, into.name);
    return meant === into || meant === from;
  });
}
