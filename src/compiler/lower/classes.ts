import { forEachNode, someNode } from "../../source/walk.ts";
import { constructorOf, extendsError, extendsKnown, givesThis } from "../analyze/classes.ts";
import { isConstant } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import type { Frame } from "../tree/frames.ts";
import { type AnyClass, type AnyNode, is, isFunction, keyName, type NodeOf } from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";
import { isPrivateMember, isSet, members } from "./class-members.ts";
import type { ClassState, ConstructionKind } from "./class-state.ts";
import { constructorFunction } from "./constructors.ts";
import { callOfWrapper } from "./functions.ts";
import type { EnterRows, Lowering, Rows, Slot } from "./lowering.ts";

export const enterClasses: EnterRows = { ClassDeclaration: enterClass, ClassExpression: enterClass };

export const classes: Rows = {
  ClassDeclaration: (node, lowering, place) => {
    const state = lowering.class;
    if (!state.isStatement) {
      const held = node.id?.variable as Variable;
      return make.declare(held, classExpression(state, lowering));
    }
    return statementsOf(state, lowering, isTopLevel(place, lowering));
  },
  ClassExpression: (node, lowering) => {
    const state = lowering.class;
    // The declaration of its variable writes it.
    if (state.isStatement) return node;
    return { ...classExpression(state, lowering), start: node.start, end: node.end };
  },
};

function enterClass(node: AnyClass, lowering: Lowering, place: Slot): void {
  const { plan, scopes } = lowering.facts;
  const scope = scopes.scopeOf(node);
  const inner = node.id && scope?.bindings.get(node.id.name);
  const holder = holderOf(node, place);
  const own = inner && plan.variableOf(inner);
  const isStatement =
    holder !== undefined && isOnlyIn(holder, own) && !(lowering.isInLoop && keepsValues(node));
  const variable = isStatement ? holder : (own ?? lowering.named(["Class"]));
  const before: AnyNode[] = [];
  const state: ClassState = {
    node,
    variable,
    isStatement,
    construction: constructionOf(node),
    constructorFrame: plan.constructors.get(node) as Frame,
    base: undefined,
    before,
    keys: new Map(),
    superCall: superStatementOf(node),
    superExpression: undefined,
    object: undefined,
    fieldsFunction: undefined,
    privateNames: privateNamesOf(node, { variable, before }, lowering),
  };
  if (!isStatement && !isSimple(node)) lowering.wrap(node);
  if (
    state.construction === "other" &&
    (needsObject(node, lowering) || (constructorOf(node) && !state.superCall))
  ) {
    state.object = state.constructorFrame.self = lowering.named(["_this"]);
  }
  if (node.superClass && !state.superCall && constructorOf(node) && hasSetting(node, lowering)) {
    state.fieldsFunction = lowering.named(["_setFields"]);
  }
  lowering.classes.push(state);
  lowering.classStates.set(node, state);
  lowering.classesByFrame.set(state.constructorFrame, state);
}

/** The variable that a class is declared as, or that it is the only value of. */
function holderOf(node: AnyClass, { parent }: Slot): Variable | undefined {
  if (is(node, "ClassDeclaration")) return node.id?.variable;
  if (!is(parent, "VariableDeclarator") || !is(parent.id, "Identifier") || parent.init !== node)
    return undefined;
  const { variable } = parent.id;
  return variable && isConstant(variable) ? variable : undefined;
}

/** Tells whether a variable holds a class for good, under the name that the class has inside, and nothing else. */
function isOnlyIn(holder: Variable, own: Variable | null | undefined): boolean {
  const isShared = holder.bindings.filter(({ scope }) => scope.kind !== "class").length > 1;
  return !isShared && (!own || own === holder);
}

/** Tells whether functions of a class use what each round of a loop has anew: what it extends, itself, or keys of fields. */
function keepsValues({ superClass, body }: AnyClass): boolean {
  const isDirect = is(superClass, "Identifier") && (!superClass.variable || isConstant(superClass.variable));
  if (superClass && !isDirect) return true;
  const isOfItself = (it: AnyNode) => is(it, "StaticBlock") || (is(it, "PropertyDefinition") && it.static);
  return (
    body.body.some((it) => hasKeptKey(it) || isOfItself(it)) || someNode(body, (it) => is(it, "MetaProperty"))
  );
}

/** Tells whether a member is a field whose key is evaluated while the class is made, and its value later. */
function hasKeptKey(it: AnyNode): boolean {
  return is(it, "PropertyDefinition") && it.computed && keyName(it) === undefined;
}

/** The statements of the constructor of a class. */
function statementsIn(node: AnyClass): readonly AnyNode[] {
  return constructorOf(node)?.value.body.body ?? [];
}

/** `super(…);` as a statement of the constructor itself */
function superStatementOf(node: AnyClass): AnyNode | undefined {
  const body = statementsIn(node);
  for (const it of body) {
    if (!is(it, "ExpressionStatement") || !is(it.expression, "CallExpression")) continue;
    if (is(it.expression.callee, "Super")) return it.expression;
  }
  return undefined;
}

/** Tells whether fields or parameters are set in the constructor of a class. */
function hasSetting(node: AnyClass, lowering: Lowering): boolean {
  const { parameterProperties } = lowering.facts;
  const isField = (it: AnyNode) =>
    is(it, "PropertyDefinition") && !it.static && isSet(it, lowering, undefined);
  const params = constructorOf(node)?.value.params ?? [];
  const names = params.map((it) => (is(it, "AssignmentPattern") ? it.left : it));
  return node.body.body.some(isField) || names.some((it) => parameterProperties.has(it));
}

/** Tells whether the constructor does more with the object that the class above gives than to give it. */
function needsObject(node: AnyClass, lowering: Lowering): boolean {
  const written = constructorOf(node);
  if (hasSetting(node, lowering)) return true;
  if (!written) return false;
  return statementsIn(node).length !== 1 || someNode(written.value, (it) => is(it, "ThisExpression"));
}

/** Tells whether nothing but a function is left of a class. */
function isSimple({ superClass, body }: AnyClass): boolean {
  return (
    !superClass &&
    body.body.every((it) => {
      if (is(it, "MethodDefinition")) return it.kind === "constructor";
      return is(it, "PropertyDefinition") && !it.static && !it.computed;
    })
  );
}

function constructionOf(node: AnyClass): ConstructionKind {
  if (!node.superClass) return "alone";
  if (extendsError(node)) return "error";
  return givesThis(node) ? "this" : "other";
}

/**
 * Names the `#private` members of a class: `_name`, or `_Class_name` where another class or a property can have that name.
 *
 * @param variable - the variable of the class: its name is one of a kind at the top of zap.js
 */
function privateNamesOf(
  node: AnyClass,
  { variable, before }: Pick<ClassState, "variable" | "before">,
  lowering: Lowering,
): Map<string, string | Variable> {
  const isMadeAgain = lowering.frame.kind !== "program" || lowering.isInLoop;
  const isOfAny = isMadeAgain && !extendsKnown(node);
  const isShared = node.superClass != null || setsAnyProperty(node);
  // esbuild calls a class `_Class` that uses its own name in static members.
  const className = (variable.name || variable.wanted[0] || "Class").replace(/^_(?=[A-Z])/, "");
  const names = new Map<string, string | Variable>();
  for (const it of node.body.body) {
    if (!is(it, "MethodDefinition", "PropertyDefinition") || !is(it.key, "PrivateIdentifier")) continue;
    const { name } = it.key;
    const isTaken =
      isShared || lowering.facts.takenPrivateNames.includes(name) || lowering.isPrivateTwice(name);
    const own = isTaken ? `_${className}_${name}` : `_${name}`;
    names.set(name, isOfAny ? (names.get(name) ?? keptName(own, before, lowering)) : own);
  }
  return names;
}

/** `var _name = __privateKey("_Class_name");`: a class that extends what it is given can have itself above it. */
function keptName(name: string, before: AnyNode[], lowering: Lowering): Variable {
  const variable = lowering.named([name]);
  before.push(make.declare(variable, make.call(lowering.helper("__privateKey"), [make.literal(name)])));
  return variable;
}

/** Tells whether a class hands its objects to functions, or sets properties of them by keys that it computes: `Object.assign(this, a)`. */
function setsAnyProperty(node: AnyClass): boolean {
  let isFound = false;
  forEachNode<AnyNode>(node.body, (it, parent) => {
    if (!is(it, "ThisExpression")) return;
    isFound ||= is(parent, "CallExpression", "NewExpression", "SpreadElement");
    isFound ||= is(parent, "MemberExpression") && parent.computed && !is(parent.property, "Literal");
  });
  return isFound;
}

/** Keeps the key of a field that has to be evaluated once, while the class is made. */
export function keepKey(field: NodeOf<"PropertyDefinition">, lowering: Lowering): void {
  const isKept = hasKeptKey(field) && !isPrivateMember(field, lowering.class);
  if (isKept) lowering.class.keys.set(field, lowering.temporary(["_key"]));
}

/** Notes what a class extends, once that is lowered. */
export function noteBase(base: AnyNode, lowering: Lowering): void {
  const state = lowering.class;
  const isDirect = is(base, "Identifier") && (!base.variable || isConstant(base.variable));
  if (isDirect || is(base, "Literal")) {
    state.base = base;
    return;
  }
  const variable = lowering.named([is(base, "Identifier") ? `_${base.name}` : "_Base"]);
  state.before.push(make.declare(variable, base));
  state.base = make.reference(variable);
}

/** The statements of a class that is the value of a variable. */
export function classStatements(node: AnyClass, lowering: Lowering, isTopLevel: boolean): AnyNode[] {
  return statementsOf(lowering.classStates.get(node) as ClassState, lowering, isTopLevel);
}

/** Tells whether a function can be declared where something stands: in blocks, ES5 has none. */
export function isTopLevel({ parent }: Slot, { frame }: Lowering): boolean {
  if (is(parent, "Program")) return true;
  if (frame.kind === "loop") return frame.node === parent;
  const body = isFunction(frame.node) ? frame.node.body : frame.node;
  return parent !== undefined && body === parent;
}

/** A class as a function, with statements behind it: `function A() {…} A.prototype.b = function() {…};` */
function statementsOf(state: ClassState, lowering: Lowering, isTopLevel: boolean): AnyNode[] {
  const made = constructorFunction(state, lowering);
  const id = { ...make.reference(state.variable), start: state.node.id?.start ?? state.node.start };
  const { start, end } = state.node;
  const declared: AnyNode = isTopLevel
    ? { ...make.functionDeclaration(made, id), start, end }
    : { ...make.declaration([make.declarator(id, { ...made, id: null })]), start, end };
  const { comments } = constructorOf(state.node) ?? {};
  if (comments?.before) declared.comments = { before: comments.before };
  return [...state.before, declared, ...extending(state, lowering), ...members(state, lowering)];
}

/** A class as a function, or as what a function with it inside gives. */
function classExpression(state: ClassState, lowering: Lowering): AnyNode {
  const { node, variable } = state;
  if (!lowering.wrappers.has(node)) {
    const made = constructorFunction(state, lowering);
    return { ...made, id: node.id && make.reference(variable) };
  }
  const statements = [...statementsOf(state, lowering, true), make.returning(make.reference(variable))];
  return callOfWrapper(node, lowering, statements);
}

/** `__extends(A, B);` */
function extending({ base, variable }: ClassState, lowering: Lowering): AnyNode[] {
  if (!base) return [];
  return [
    make.statement(make.call(lowering.helper("__extends"), [make.reference(variable), make.copyOf(base)])),
  ];
}
