import type {
  AnyNode,
  BinaryExpression,
  CallExpression,
  ConditionalExpression,
  Identifier,
  LogicalExpression,
  MemberExpression,
  Node,
  VariableDeclaration,
} from "acorn";
import { isUndefined, nameAfterDot } from "./respell.ts";
import type { Place, Scopes, Variable } from "./scopes.ts";
import type { Script } from "./script.ts";

/** What of the bundle is read again instead of kept in a variable. */
export interface ReadAgain {
  /** What each variable that is not needed any more stands for. */
  readonly values: ReadonlyMap<Variable, Node>;
  readonly tests: readonly NullTest[];
  /** `_a.call(api, "text")` -> `api.log("text")` */
  readonly calls: readonly { readonly call: CallExpression; readonly variable: Variable }[];
}

/** `(_a = b.c) !== null && _a !== undefined` */
interface NullTest {
  readonly node: LogicalExpression;
  readonly tested: Node;
  readonly variable: Variable;
  readonly operator: "==" | "!=";
}

// What a variable is called that the source has not, in a module and in the bundle.
const temporary = /^_[a-z0-9]\d*$/;
// What is longer is read better once.
const MOST_CHARACTERS = 40;

/**
 * Finds where a variable holds what can as well be read again, in what becomes of `??`, `?.` and of the defaults of
 * patterns. That variable is not declared any more.
 *
 *   (_a = b.c) !== null && _a !== void 0 ? _a : d             -> b.c != null ? b.c : d
 *   (_a = b.c) === null || _a === void 0 ? void 0 : _a.e()    -> b.c == null ? undefined : b.c.e()
 *   var _a = b.c, c = _a === void 0 ? 1 : _a;                 -> var c = b.c === undefined ? 1 : b.c;
 */
export function readAgain(script: Script): ReadAgain {
  const finder = new Finder(script);
  for (const node of script.nodes.all) finder.look(node);
  return finder;
}

class Finder implements ReadAgain {
  readonly values = new Map<Variable, Node>();
  readonly tests: NullTest[] = [];
  readonly calls: { call: CallExpression; variable: Variable }[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  /** Looks at a node, after what stands in it: that can be a part of what is outside. */
  look(node: AnyNode): void {
    if (node.type === "LogicalExpression") this.#nullTest(node, this.#script.nodes.parentOf(node));
    if (node.type === "VariableDeclaration") this.#defaults(node);
    if (node.type === "CallExpression") this.#methodCall(node);
  }

  #nullTest(node: LogicalExpression, parent: Node | undefined): void {
    const left = node.left as BinaryExpression;
    const right = node.right as BinaryExpression;
    const [equals, operator] = node.operator === "&&" ? (["!==", "!="] as const) : (["===", "=="] as const);
    if (node.operator === "??" || left.operator !== equals || right.operator !== equals) return;
    const isNull = left.right.type === "Literal" && left.right.raw === "null";
    if (!isNull || !isUndefined(right.right) || right.left.type !== "Identifier") return;
    const { at } = this.#script.scopes;
    const variable = at.get(right.left);
    const tested = left.left as AnyNode;
    const assigned = tested.type === "AssignmentExpression" && tested.operator === "=" ? tested : undefined;
    if (!variable || at.get(assigned?.left ?? tested) !== variable) return;
    this.tests.push({ node, tested, variable, operator });
    if (assigned && parent) this.#replace(variable, assigned.right, parent);
  }

  /** `_a = b.c, c = _a === void 0 ? 1 : _a` */
  #defaults({ declarations }: VariableDeclaration): void {
    declarations.forEach(({ id, init }, index) => {
      const value = declarations[index + 1]?.init as ConditionalExpression | null | undefined;
      const variable = this.#script.scopes.at.get(id);
      if (!init || !variable || value?.type !== "ConditionalExpression") return;
      const { left, operator, right } = value.test as BinaryExpression;
      const isTest =
        operator === "===" && this.#script.scopes.at.get(left) === variable && isUndefined(right);
      if (isTest) this.#replace(variable, init, value);
    });
  }

  #methodCall(call: CallExpression): void {
    const { object, property } = call.callee as MemberExpression;
    const variable = call.callee.type === "MemberExpression" && this.#script.scopes.at.get(object);
    if (variable && (property as Identifier).name === "call") this.calls.push({ call, variable });
  }

  /** Reads a value again wherever the variable is read, if that is in one expression and has no effect. */
  #replace(variable: Variable, value: Node, inside: Node): void {
    const { values, places } = variable;
    const isOnce = values.length === 1 && temporary.test(variable.name);
    const isInside = places.every(
      (place) => isDeclaration(place) || (inside.start <= place.node.start && place.node.end <= inside.end),
    );
    const text =
      isOnce && isInside && this.#script.isPlain(value)
        ? textOf(value, this.#script.scopes.at, this.values)
        : undefined;
    if (text === undefined || text.length > MOST_CHARACTERS) return;
    this.values.set(variable, value);
    variable.scope.variables.delete(variable.name);
    for (const place of places) if (isDeclaration(place)) this.#script.gone.add(place.parent);
  }
}

/** `var _a`, with or without a value */
function isDeclaration({ node, parent }: Place): boolean {
  return parent.type === "VariableDeclarator" && parent.id === node;
}

/** Writes what is read again in the place of the variables. */
export function writeReadAgain({ values, tests, calls }: ReadAgain, { code, edit, scopes }: Script): void {
  for (const [variable, value] of values) {
    const text = textOf(value, scopes.at, values);
    for (const place of variable.places) {
      const { node, parent } = place;
      const isTarget = parent.type === "AssignmentExpression" && parent.left === node;
      if (!isTarget && !isDeclaration(place)) edit.overwrite(node.start, node.end, text);
    }
  }
  for (const { call, variable } of calls) {
    const value = values.get(variable) as MemberExpression | undefined;
    const [object, next] = call.arguments;
    if (value?.type !== "MemberExpression" || !object) continue;
    if (!isSame(value.object, object, scopes)) continue;
    edit.overwrite(call.callee.start, call.callee.end, textOf(value, scopes.at, values));
    edit.remove(object.start, next ? next.start : object.end);
  }
  for (const { node, tested, variable, operator } of tests) {
    const value = values.get(variable);
    if (value && tested.type === "AssignmentExpression") {
      edit.overwrite(node.start, node.end, `${textOf(value, scopes.at, values)} ${operator} null`);
    } else {
      const start = code.indexOf(`${operator}=`, tested.end);
      edit.overwrite(start, node.end, `${operator} null`);
    }
  }
}

function isSame(left: Node, right: Node, scopes: Scopes): boolean {
  const isRead = /^(Identifier|MemberExpression|ThisExpression)$/;
  if (!isRead.test(left.type) || !isRead.test(right.type)) return false;
  return textOf(left, scopes.at, new Map()) === textOf(right, scopes.at, new Map());
}

function textOf(given: Node, at: Scopes["at"], values: ReadonlyMap<Variable, Node>): string {
  const node = given as AnyNode;
  if (node.type === "ThisExpression") return "this";
  if (node.type === "Literal") return node.raw ?? "";
  if (node.type === "Identifier") {
    const variable = at.get(node);
    const value = variable && values.get(variable);
    return value ? textOf(value, at, values) : (variable?.name ?? node.name);
  }
  const { object, property, computed } = node as MemberExpression;
  const name = computed && property.type === "Identifier" ? undefined : nameAfterDot(property);
  if (name) return `${textOf(object, at, values)}.${name}`;
  return `${textOf(object, at, values)}[${textOf(property, at, values)}]`;
}
