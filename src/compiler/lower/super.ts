import { someNode } from "../../source/walk.ts";
import { extendsClass, extendsNative } from "../analyze/classes.ts";
import { holdsCommonJs, isConstant } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, is, isFunction, keyName, type NodeOf, targetsOf } from "../tree/nodes.ts";
import { argumentsOf, callOn, isSpread, spreadArguments } from "./calls.ts";
import { callOfChain } from "./chains.ts";
import type { ClassState, HomeObject } from "./class-state.ts";
import type { EnterRows, Lowering, Rows } from "./lowering.ts";
import { thisOf } from "./names.ts";

export const enterSuper: EnterRows = {
  MethodDefinition: ({ value, static: isStatic }, lowering) => {
    lowering.homes.set(value, { class: lowering.class, isStatic });
  },
  PropertyDefinition: (node, lowering) => {
    lowering.homes.set(node, { class: lowering.class, isStatic: node.static });
  },
  StaticBlock: (node, lowering) => void lowering.homes.set(node, { class: lowering.class, isStatic: true }),
  Property: ({ value, method, kind }, lowering, { parent }) => {
    if (is(parent, "ObjectExpression") && (method || kind !== "init") && isFunction(value)) {
      lowering.homes.set(value, { object: parent, variable: lowering.objectVariables.get(parent) });
    }
  },
  ObjectExpression: (node, lowering) => {
    if (!lowering.isInLoop || !someNode(node, (it) => is(it, "Super"))) return;
    lowering.objectVariables.set(node, lowering.named(["_object"]));
    lowering.wrap(node);
  },
  AssignmentExpression: ({ left }, lowering) => noteTargets(left, lowering),
  UpdateExpression: ({ argument }, lowering) => noteTargets(argument, lowering),
  ForInStatement: ({ left }, lowering) => noteTargets(left, lowering),
  ForOfStatement: ({ left }, lowering) => noteTargets(left, lowering),
  VariableDeclarator: ({ id, init }, lowering) => {
    if (!is(init, "ObjectExpression") || !is(id, "Identifier") || !id.variable || !isConstant(id.variable))
      return;
    // Each round has an object of its own.
    if (lowering.isInLoop) return;
    lowering.ownObjects.add(init);
    lowering.objectVariables.set(init, id.variable);
  },
};

export const supers: Rows = {
  MemberExpression: (node, lowering, { parent, key }) => {
    if (!is(node.object, "Super") || lowering.superTargets.has(node)) return node;
    const isCalled = is(parent, "CallExpression") && key === "callee";
    const isTag = is(parent, "TaggedTemplateExpression") && key === "tag";
    const read = memberOfSuper(node, lowering, isCalled || isTag);
    if (isCalled || isTag) lowering.calledOn.set(read, () => thisOf(lowering));
    return read;
  },
  CallExpression: (node, lowering) => {
    const callee = node.callee;
    // A chain lowers its links.
    if (lowering.deferred.has(node)) return node;
    if (is(callee, "Super")) return superCall(node, lowering);
    if (is(callee, "ChainExpression")) return callOfChain(node, callee, lowering);
    return callOn(node, withoutZero(callee), lowering.calledOn.get(callee)?.(), lowering);
  },
};

/** A member of a CommonJS module is called plainly: `(0, import_tiny.twice)(2)` -> `import_tiny.twice(2)` */
function withoutZero(callee: AnyNode): AnyNode {
  if (!is(callee, "SequenceExpression") || callee.expressions.length !== 2) return callee;
  const [zero, member] = callee.expressions as [AnyNode, AnyNode];
  if (!is(zero, "Literal") || zero.value !== 0 || !is(member, "MemberExpression")) return callee;
  return is(member.object, "Identifier") && member.object.variable && holdsCommonJs(member.object.variable)
    ? member
    : callee;
}

/** Notes the members of `super` that an assignment or a loop sets: the rows of those lower them. */
function noteTargets(pattern: AnyNode, lowering: Lowering): void {
  for (const it of targetsOf(pattern)) if (isOfSuper(it)) lowering.superTargets.add(it);
}

export function isOfSuper(node: AnyNode): node is NodeOf<"MemberExpression"> & { object: NodeOf<"Super"> } {
  return is(node, "MemberExpression") && is(node.object, "Super");
}

/** The meaning of `super` in the function that is lowered. */
function homeOf(lowering: Lowering): HomeObject {
  const owner = lowering.frame.ofThis;
  const made = owner.kind === "constructor" && lowering.classesByFrame.get(owner);
  const home: HomeObject | undefined = made
    ? { class: made, isStatic: false }
    : lowering.homes.get(owner.node);
  if (!home) throw new Error("`super` stands in no method.");
  return home;
}

/** The object that has what `super` reads: `A.prototype`, `A`, `Object.getPrototypeOf(object)`. */
function objectOfSuper(lowering: Lowering): AnyNode {
  const home = homeOf(lowering);
  if ("class" in home) {
    const base = home.class.base ? make.copyOf(home.class.base) : make.identifier("Object");
    return home.isStatic ? base : make.member(base, "prototype");
  }
  const variable = home.variable ?? lowering.objectVariables.get(home.object) ?? lowering.named(["_object"]);
  lowering.objectVariables.set(home.object, variable);
  return make.callMethod(make.identifier("Object"), "getPrototypeOf", [make.reference(variable)]);
}

/** `super.a` -> `A.prototype.a`; a member that may be a getter is read of this object. */
function memberOfSuper(node: NodeOf<"MemberExpression">, lowering: Lowering, isCalled: boolean): AnyNode {
  const { start, end } = node;
  const object = objectOfSuper(lowering);
  if (!mayBeAccessor(node, lowering, isCalled)) return { ...node, object: object };
  return { ...make.call(lowering.helper("__superGet"), [object, keyOf(node), thisOf(lowering)]), start, end };
}

/** Tells whether a property may have a getter or a setter; a called one is taken for a method, unless it surely has one. */
function mayBeAccessor(
  { property, computed }: NodeOf<"MemberExpression">,
  lowering: Lowering,
  isCalled: boolean,
): boolean {
  const { names, isOpen } = lowering.facts.accessors;
  const name = keyName({ key: property, computed });
  if (name !== undefined && names.includes(name)) return true;
  return !isCalled && (isOpen || (name === undefined && names.length > 0));
}

/** Reads the value of a target; a member of `super` is read from the class above. */
export function readTarget(target: AnyNode, lowering: Lowering): AnyNode {
  return isOfSuper(target) ? memberOfSuper(target, lowering, false) : target;
}

/** `a = b`; and `super.a = b` -> `this.a = b`; a member that may be a setter is called on this object. */
export function setTarget(target: AnyNode, value: AnyNode, lowering: Lowering): AnyNode {
  if (!isOfSuper(target)) return make.assign(target, value);
  if (!mayBeAccessor(target, lowering, false))
    return make.assign({ ...target, object: thisOf(lowering) }, value);
  const set = [objectOfSuper(lowering), keyOf(target), thisOf(lowering), value];
  return make.call(lowering.helper("__superSet"), set);
}

function keyOf({ property, computed }: NodeOf<"MemberExpression">): AnyNode {
  const name = keyName({ key: property, computed });
  return name === undefined ? make.copyOf(property) : make.literal(name);
}

/** `super(a)` -> `A.call(this, a)`, or `A.call(this, a) || this` where that may give another object */
function superCall(node: NodeOf<"CallExpression">, lowering: Lowering): AnyNode {
  const made = lowering.classesByFrame.get(lowering.frame.ofThis);
  if (!made?.base) throw new Error("`super()` stands in no constructor.");
  if (node === made.superCall) {
    made.superExpression = givenBySuper(node, make.thisValue(), { made, lowering });
    return made.superExpression;
  }
  const given = givenBySuper(node, thisOf(lowering), { made, lowering });
  const set = made.object ? make.assign(make.reference(made.object), given) : given;
  const fields =
    made.fieldsFunction && make.callMethod(make.reference(made.fieldsFunction), "call", [thisOf(lowering)]);
  const steps = [set, ...(fields ? [fields] : [])];
  if (!lowering.asStatement.has(node)) return make.sequence([...steps, thisOf(lowering)]);
  const only = make.sequence(steps);
  lowering.asStatement.add(only);
  return only;
}

/** The object that the constructor above makes of another. */
function givenBySuper(
  node: NodeOf<"CallExpression">,
  object: AnyNode,
  { made, lowering }: { readonly made: ClassState; readonly lowering: Lowering },
): AnyNode {
  const base = make.copyOf(made.base as AnyNode);
  const at = { start: node.start, end: node.end };
  const given = argumentsOf(node);
  if (made.construction === "error") {
    // `Error(a)` is `new Error(a)`.
    const error = given.some(isSpread)
      ? make.callMethod(base, "apply", [make.undefinedValue(), spreadArguments(given, lowering)])
      : make.newInstance(base, given);
    return { ...make.call(lowering.helper("__initError"), [object, error]), ...at };
  }
  if (extendsNative(made.node)) {
    const list = given.some(isSpread) ? spreadArguments(given, lowering) : make.array(given);
    return { ...nativeObject(base, list, object), ...at };
  }
  if (made.construction === "this" || extendsClass(made.node)) {
    const called = given.some(isSpread)
      ? make.callMethod(base, "apply", [object, spreadArguments(given, lowering)])
      : make.callMethod(base, "call", [object, ...given]);
    return {
      ...(made.construction === "this" ? called : make.logical("||", called, make.copyOf(object))),
      ...at,
    };
  }
  const list = given.some(isSpread) ? spreadArguments(given, lowering) : make.array(given);
  return { ...objectOfBase({ base, list, object }, lowering), ...at };
}

/** `__superCall(this, Base, [a])`: the object that a class makes of which nothing is known. */
export function objectOfBase(
  { base, list, object }: { readonly base: AnyNode; readonly list: AnyNode; readonly object: AnyNode },
  lowering: Lowering,
): AnyNode {
  return make.call(lowering.helper("__superCall"), [object, base, list]);
}

/** `Reflect.construct(Map, [pairs], this.constructor)`: an object of this class that the engine's own constructor makes. */
export function nativeObject(base: AnyNode, list: AnyNode, object: AnyNode): AnyNode {
  const made = [base, list, make.member(make.copyOf(object), "constructor")];
  return make.callMethod(make.identifier("Reflect"), "construct", made);
}
