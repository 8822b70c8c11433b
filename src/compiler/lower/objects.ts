import { isConstant } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, is, isPattern, keyName, type NodeOf } from "../tree/nodes.ts";
import { type Variable, valuesOf } from "../tree/variables.ts";
import { joinedParts } from "./calls.ts";
import { hasEffect, hasPlaceAfterCopies } from "./effects.ts";
import { callOfWrapper } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";

type ObjectProperty = NodeOf<"Property">;

export const objects: Rows = {
  Property: (node, _, { parent }) => (isPattern(parent) ? node : plainProperty(node)),
  ObjectExpression: (node, lowering) => withOwnVariable(node, objectOf(node, lowering), lowering),
};

/** `{ a, b() {…} }` -> `{ a: a, b: function() {…} }` */
function plainProperty(node: ObjectProperty): AnyNode {
  const { shorthand } = node;
  if (!shorthand && !node.method) return node;
  // `{ __proto__ }` is a property, and `{ __proto__: a }` none.
  const computed = node.computed || ((shorthand || node.method) && keyName(node) === "__proto__");
  const key =
    shorthand && is(node.key, "Identifier")
      ? { ...make.identifier(node.key.name), start: node.key.start }
      : node.key;
  return {
    ...node,
    key: computed && is(key, "Identifier") && !node.computed ? make.literal(key.name) : key,
    computed,
    shorthand: false,
    method: false,
  };
}

/** An object of which a method uses `super`: the method finds the object in a variable. */
function withOwnVariable(node: NodeOf<"ObjectExpression">, made: AnyNode, lowering: Lowering): AnyNode {
  const variable = lowering.objectVariables.get(node);
  if (!variable || lowering.ownObjects.has(node)) return made;
  if (lowering.wrappers.has(node))
    return callOfWrapper(node, lowering, [
      make.declare(variable, made),
      make.returning(make.reference(variable)),
    ]);
  lowering.frame.ofVariables.declared.push(variable);
  return make.assign(make.reference(variable), made);
}

function objectOf(node: NodeOf<"ObjectExpression">, lowering: Lowering): AnyNode {
  const properties = withoutOverridden(node.properties, lowering);
  const isSpread = properties.some((it) => is(it, "SpreadElement"));
  if (isSpread && !properties.some(needsStep)) return spreadObject(node, properties, lowering);
  if (isSpread || !canBeLiteral(properties)) return stepByStep(node, properties, lowering);
  return { ...node, properties: properties.map(withoutBrackets) };
}

/** Tells whether a property cannot be spread: its key is evaluated, it is an accessor, or it sets the prototype. */
function needsStep(node: AnyNode): boolean {
  return is(node, "Property") && (isComputed(node) || node.kind !== "init" || isPrototype(node));
}

/** The properties without those that later ones of the same name replace: ES5 has no name twice. */
function withoutOverridden(properties: readonly AnyNode[], lowering: Lowering): readonly AnyNode[] {
  if (canBeLiteral(properties)) return properties;
  const isPlain = (it: AnyNode) => is(it, "Property") && !isComputed(it) && !hasEffect(it.value, lowering);
  if (!properties.every(isPlain)) return properties;
  const kept = new Map<string, ObjectProperty[]>();
  for (const it of properties as readonly ObjectProperty[]) {
    const key = keyName(it) ?? "";
    const others = (kept.get(key) ?? []).filter((other) => isOtherAccessor([other], it));
    kept.set(key, [...others, it]);
  }
  return [...kept.values()].flat();
}

/** Tells whether ES5 has properties as they are: no spread, no keys that are evaluated, and none twice. */
function canBeLiteral(properties: readonly AnyNode[]): properties is readonly ObjectProperty[] {
  return properties.every(inLiteral());
}

/** Tells of one property after the other whether ES5 has it in one object with those before it. */
function inLiteral(): (it: AnyNode) => boolean {
  const kinds = new Map<string, string>();
  return (it) => {
    if (!is(it, "Property") || isComputed(it)) return false;
    const key = keyName(it) ?? "";
    const known = kinds.get(key);
    kinds.set(key, known === undefined ? it.kind : `${known} ${it.kind}`);
    return known === undefined || /^(get set|set get)$/.test(kinds.get(key) ?? "");
  };
}

/** `[a]: 1`; a text in brackets is written without them, but for `__proto__`. */
function isComputed(node: ObjectProperty): boolean {
  return node.computed && (keyName(node) ?? "__proto__") === "__proto__";
}

/** `__proto__: a` */
function isPrototype(node: ObjectProperty): boolean {
  return keyName(node) === "__proto__" && !node.computed && node.kind === "init";
}

/** `{ a: 1, ...b, c: 2 }` -> `__assign({ a: 1 }, b, { c: 2 })` */
function spreadObject(node: AnyNode, properties: readonly AnyNode[], lowering: Lowering): AnyNode {
  const parts: { list: AnyNode; hasEffect: boolean }[] = [];
  let plain: ObjectProperty[] = [];
  let fits = inLiteral();
  const close = () => {
    if (plain.length > 0 || parts.length === 0) {
      const list = objectWith(plain);
      if (node.isBroken) list.isBroken = plain.length > 0;
      parts.push({ list, hasEffect: plain.some((it) => hasPlaceAfterCopies(it, lowering)) });
    }
    plain = [];
    fits = inLiteral();
  };
  for (const it of properties) {
    if (is(it, "Property")) {
      if (!fits(it)) {
        close();
        fits(it);
      }
      plain.push(it);
    } else if (is(it, "SpreadElement")) {
      close();
      parts.push({ list: spreadOf(it), hasEffect: hasPlaceAfterCopies(it.argument, lowering) });
    }
  }
  if (plain.length > 0) close();
  return joinedParts(parts, lowering.helper("__assign"));
}

function spreadOf({ argument, comments }: NodeOf<"SpreadElement">): AnyNode {
  argument.comments ??= comments;
  return argument;
}

function objectWith(properties: readonly ObjectProperty[]): NodeOf<"ObjectExpression"> {
  return make.object(properties.map(withoutBrackets));
}

function withoutBrackets(node: AnyNode): AnyNode {
  return is(node, "Property") && node.computed ? { ...node, computed: false } : node;
}

/** The properties that an object gets in one step. */
type ObjectStep =
  | { readonly is: "spread"; readonly argument: AnyNode }
  /** Its key is evaluated, or it is called `__proto__`. */
  | { readonly is: "defined" | "prototype"; readonly property: ObjectProperty }
  /** A getter, a setter, or both of one name. */
  | { readonly is: "accessors" | "plain"; readonly properties: ObjectProperty[] };

// More are read better one after the other.
const MOST_NESTED = 2;

/**
 * An object whose properties ES5 cannot have in one go:
 *
 *   { a: 1, [b]: 2, ...c }           -> __assign(__define({ a: 1 }, b, 2), c)
 *   { a: 1, [b]: 2, [c]: 3, d: 4 }   -> (_object = { a: 1 }, __define(_object, b, 2), …, _object)
 */
function stepByStep(
  node: NodeOf<"ObjectExpression">,
  properties: readonly AnyNode[],
  lowering: Lowering,
): AnyNode {
  const fits = inLiteral();
  const first = properties.findIndex((it) => !fits(it));
  const literal = properties.slice(0, first).map(withoutBrackets);
  const begin: AnyNode = { ...node, properties: literal, comments: undefined };
  const steps = stepsOf(properties.slice(first));
  if (steps.length <= MOST_NESTED && !steps.some((it) => it.is === "prototype")) {
    return steps.reduce<AnyNode>((whole, step) => nested(step, whole, lowering), begin);
  }
  const variable = lowering.temporary(["_object"]);
  const canAssign = properties.every(
    (it) => is(it, "SpreadElement") || (is(it, "Property") && it.kind === "init" && !isPrototype(it)),
  );
  const parts = steps.flatMap((step) => inSequence(step, { variable, canAssign }, lowering));
  const whole = [make.assign(make.reference(variable), begin), ...parts];
  // `Object.defineProperty` and the helpers give the object.
  return make.sequence(
    isCallWith(whole.at(-1) as AnyNode, variable) ? whole : [...whole, make.reference(variable)],
  );
}

function stepsOf(properties: readonly AnyNode[]): ObjectStep[] {
  const steps: ObjectStep[] = [];
  let fits = inLiteral();
  for (const it of properties) {
    const last = steps.at(-1);
    if (is(it, "SpreadElement")) steps.push({ is: "spread", argument: spreadOf(it) });
    else if (!is(it, "Property")) continue;
    else if (it.kind !== "init") {
      if (last?.is === "accessors" && isOtherAccessor(last.properties, it)) last.properties.push(it);
      else steps.push({ is: "accessors", properties: [it] });
    } else if (isComputed(it)) steps.push({ is: "defined", property: it });
    else if (isPrototype(it)) steps.push({ is: "prototype", property: it });
    else if (last?.is === "plain" && fits(it)) last.properties.push(it);
    else {
      fits = inLiteral();
      fits(it);
      steps.push({ is: "plain", properties: [it] });
    }
  }
  return steps;
}

function isOtherAccessor([first, ...others]: readonly ObjectProperty[], node: ObjectProperty): boolean {
  if (!first || others.length > 0) return false;
  const key = keyName(first);
  const areAccessors = first.kind !== "init" && node.kind !== "init" && first.kind !== node.kind;
  return areAccessors && key !== undefined && key === keyName(node);
}

function nested(step: ObjectStep, whole: AnyNode, lowering: Lowering): AnyNode {
  switch (step.is) {
    case "accessors":
      return definition(step.properties, whole);
    case "spread":
      return assigned(step.argument, whole, lowering);
    case "plain":
      return assigned(objectWith(step.properties), whole, lowering);
    default:
      return defined(step.property, whole, lowering);
  }
}

/** `__assign(whole, part)`; one that is called already gets a part more. */
function assigned(part: AnyNode, whole: AnyNode, lowering: Lowering): AnyNode {
  const helper = lowering.helper("__assign");
  const isCalled =
    is(whole, "CallExpression") &&
    is(whole.callee, "Identifier") &&
    is(helper, "Identifier") &&
    whole.callee.variable === helper.variable;
  if (isCalled && !hasPlaceAfterCopies(part, lowering))
    return { ...whole, arguments: [...whole.arguments, part] };
  return make.call(helper, [whole, part]);
}

function defined({ key, value }: ObjectProperty, object: AnyNode, lowering: Lowering): AnyNode {
  return make.call(lowering.helper("__define"), [object, key, value]);
}

/** The variable that holds an object while its properties are set. */
interface ObjectTemporary {
  readonly variable: Variable;
  /** True if assigning a property is like defining it: nothing else can be called by that. */
  readonly canAssign: boolean;
}

function inSequence(
  step: ObjectStep,
  { variable, canAssign }: ObjectTemporary,
  lowering: Lowering,
): AnyNode[] {
  const object = make.reference(variable);
  const set = ({ key, computed, value, comments }: ObjectProperty) => ({
    ...make.assign(make.memberAt(object, { key, computed }), value),
    comments,
  });
  switch (step.is) {
    case "prototype":
      return [set(step.property)];
    case "defined":
      if (canAssign && !mayBePrototype(step.property.key)) return [set(step.property)];
      return [{ ...defined(step.property, object, lowering), comments: step.property.comments }];
    case "accessors":
      return [{ ...definition(step.properties, object), comments: step.properties[0]?.comments }];
    case "plain":
      if (canAssign) return step.properties.map((it) => set({ ...it, computed: false }));
      return [assigned(objectWith(step.properties), object, lowering)];
    default:
      return [nested(step, object, lowering)];
  }
}

/** Tells whether a key can be `__proto__`, which an assignment takes for the prototype. */
function mayBePrototype(key: AnyNode): boolean {
  if (is(key, "Literal")) return key.value === "__proto__";
  if (is(key, "BinaryExpression") && key.operator === "+") {
    const [left, right] = [textOf(key.left), textOf(key.right)];
    return "__proto__".startsWith(left) && "__proto__".endsWith(right);
  }
  if (!is(key, "Identifier") || !key.variable || !isConstant(key.variable)) return true;
  const [value] = key.variable.bindings.flatMap(valuesOf);
  return !value || !is(value, "Literal") || mayBePrototype(value);
}

function textOf(node: AnyNode): string {
  return is(node, "Literal") ? String(node.value) : "";
}

/** `Object.defineProperty(object, "a", { get: …, enumerable: true, configurable: true })` */
function definition(properties: readonly ObjectProperty[], object: AnyNode): AnyNode {
  const [first] = properties as readonly [ObjectProperty];
  const key = keyName(first);
  const parts = properties.map((it) => make.property(it.kind, it.value));
  const flags = ["enumerable", "configurable"].map((name) => make.property(name, make.literal(true)));
  const described = { ...make.object([...parts, ...flags]), isBroken: true };
  const name = key === undefined ? first.key : make.literal(key);
  return make.callMethod(make.identifier("Object"), "defineProperty", [object, name, described]);
}

function isCallWith(node: AnyNode, variable: Variable): boolean {
  if (!is(node, "CallExpression")) return false;
  const [first] = node.arguments;
  return is(first, "Identifier") && first.variable === variable;
}
