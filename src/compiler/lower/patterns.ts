import { isSteady } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import {
  type AnyNode,
  type BindingPattern,
  is,
  isPattern,
  keyName,
  type NodeComments,
  type NodeOf,
  targetsOf,
} from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";
import { hasEffect, mentionsAny } from "./effects.ts";
import { namesOfValue } from "./hints.ts";
import type { Lowering } from "./lowering.ts";
import { isOfSuper, setTarget } from "./super.ts";

/** One step in taking a value apart: a variable or a property gets its part, or an expression is evaluated. */
export interface PatternStep {
  readonly target?: AnyNode;
  readonly value: AnyNode;
  /** True if the target is a variable that only this pattern needs. */
  readonly isTemporary?: boolean;
  /** The comments of the part of the pattern. */
  comments?: NodeComments | undefined;
}

/** A value that is taken apart. */
interface DestructuredValue {
  readonly node: AnyNode;
  /** True if it can be read as often as it takes. */
  readonly isStable: boolean;
}

interface Destructuring {
  readonly lowering: Lowering;
  readonly steps: PatternStep[];
  /** Makes a variable to keep a value in. */
  readonly variableFor: (value: AnyNode) => Variable;
}

/**
 * Takes a value apart as a pattern says:
 *
 *   { a, b: [c = 1] } = f()   -> _f = f(), a = _f.a, c = _f.b[0] === undefined ? 1 : _f.b[0]
 *
 * @param variableFor - makes a variable to keep a value in: by default one that is declared where the function begins
 */
export function stepsOf(
  pattern: BindingPattern,
  value: AnyNode,
  lowering: Lowering,
  variableFor: Destructuring["variableFor"] = (it) => lowering.temporary(namesOfValue(it)),
): PatternStep[] {
  const destructuring: Destructuring = { lowering, steps: [], variableFor };
  if (!takePairs(pattern, value, destructuring)) {
    takeApart(pattern, { node: value, isStable: canReadAgain(value, pattern, lowering) }, destructuring);
  }
  return destructuring.steps;
}

/** The same where the value of the whole is asked for, which comes last. */
export function stepsWithValue(pattern: BindingPattern, value: AnyNode, lowering: Lowering): AnyNode[] {
  const destructuring: Destructuring = {
    lowering,
    steps: [],
    variableFor: (it) => lowering.temporary(namesOfValue(it)),
  };
  const isStable = canReadAgain(value, pattern, lowering);
  const whole = isStable ? value : kept(value, destructuring);
  takeApart(pattern, { node: whole, isStable: true }, destructuring);
  return [...destructuring.steps.map(asExpression), make.copyOf(whole)];
}

/** The step that gives a target its value. */
export function stepTo(target: AnyNode, value: AnyNode, lowering: Lowering): PatternStep {
  return isOfSuper(target) ? { value: setTarget(target, value, lowering) } : { target, value };
}

/** `a = b`, or `b` alone */
export function asExpression({ target, value }: PatternStep): AnyNode {
  return target ? make.assign(target, value) : value;
}

/** `a = b;` */
export function asStatement(step: PatternStep): NodeOf<"ExpressionStatement"> {
  return { ...make.statement(asExpression(step)), comments: step.comments };
}

/** `var a = b, c = d;`, below the comments on lines of their own in front of the first. */
export function variableDeclaration(
  declared: readonly NodeOf<"VariableDeclarator">[],
): NodeOf<"VariableDeclaration"> {
  const [first, ...others] = declared;
  const { before, ...comments } = first?.comments ?? {};
  if (!first || !before?.some(({ endsLine }) => endsLine)) return make.declaration(declared);
  return { ...make.declaration([{ ...first, comments }, ...others]), comments: { before } };
}

export function asDeclarator(step: PatternStep): NodeOf<"VariableDeclarator"> {
  return { ...make.declarator(step.target as AnyNode, step.value), comments: step.comments };
}

/** Gives the steps that a part of a pattern became the comments of that. */
function moveComments(part: AnyNode, steps: readonly PatternStep[]): void {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!part.comments || !first || !last) return;
  const { before, after } = part.comments;
  if (before) first.comments = { ...first.comments, before: [...before, ...(first.comments?.before ?? [])] };
  if (after) last.comments = { ...last.comments, after: [...(last.comments?.after ?? []), ...after] };
  part.comments = undefined;
}

/** Tells whether a value stays what it is while a pattern takes it apart, so that it can be read again. */
function canReadAgain(value: AnyNode, pattern: BindingPattern, lowering: Lowering): boolean {
  if (is(value, "ThisExpression")) return true;
  if (!is(value, "Identifier")) return false;
  const { variable } = value;
  const hasEffects = () => evaluatedIn(pattern).some((it) => hasEffect(it, lowering));
  if (!variable) return !hasEffects();
  const targets = targetsOf(pattern);
  if (targets.some((it) => is(it, "Identifier") && it.variable === variable)) return false;
  return isSteady(variable) || variable.isTemporary || !hasEffects();
}

/** The defaults and the keys of a pattern, and the objects whose properties it sets. */
function evaluatedIn(pattern: AnyNode | null): AnyNode[] {
  if (is(pattern, "ObjectPattern")) {
    return pattern.properties.flatMap((it) => {
      if (is(it, "RestElement")) return evaluatedIn(it.argument);
      return [...(it.computed ? [it.key] : []), ...evaluatedIn(it.value)];
    });
  }
  if (is(pattern, "ArrayPattern")) return pattern.elements.flatMap(evaluatedIn);
  if (is(pattern, "AssignmentPattern")) return [...evaluatedIn(pattern.left), pattern.right];
  if (is(pattern, "RestElement")) return evaluatedIn(pattern.argument);
  return is(pattern, "MemberExpression") ? [pattern] : [];
}

function takeApart(pattern: AnyNode, value: DestructuredValue, destructuring: Destructuring): void {
  if (is(pattern, "AssignmentPattern")) {
    const given = withDefault(value, pattern.right, destructuring);
    const left = pattern.left;
    takeApart(
      left,
      isPattern(left)
        ? { node: kept(given, destructuring), isStable: true }
        : { node: given, isStable: false },
      destructuring,
    );
  } else if (is(pattern, "ObjectPattern")) takeProperties(pattern, value, destructuring);
  else if (is(pattern, "ArrayPattern")) takeElements(pattern, value, destructuring);
  else destructuring.steps.push(stepTo(pattern, value.node, destructuring.lowering));
}

/** `a === undefined ? 1 : a` */
function withDefault(value: DestructuredValue, otherwise: AnyNode, destructuring: Destructuring): AnyNode {
  const { isStable, node } = value;
  const isPlain = isStable || (is(node, "MemberExpression") && destructuring.lowering.isPlain(node));
  const read = isPlain ? node : kept(node, destructuring);
  return make.conditional(make.binary("===", read, make.undefinedValue()), otherwise, make.copyOf(read));
}

/** Keeps a value in a variable, and gives what that is read by. */
function kept(value: AnyNode, { steps, variableFor }: Destructuring): AnyNode {
  const variable = variableFor(value);
  steps.push({ target: make.reference(variable), value, isTemporary: true });
  return make.reference(variable);
}

function stable({ node, isStable }: DestructuredValue, destructuring: Destructuring): AnyNode {
  return isStable ? node : kept(node, destructuring);
}

function takeProperties(
  pattern: NodeOf<"ObjectPattern">,
  value: DestructuredValue,
  destructuring: Destructuring,
): void {
  const { properties } = pattern;
  const [only] = properties;
  if (!only) {
    if (hasEffect(value.node, destructuring.lowering)) destructuring.steps.push({ value: value.node });
    return;
  }
  const hasRest = properties.some((it) => is(it, "RestElement"));
  const isOnce =
    properties.length === 1 && is(only, "Property") && keyName(only) !== undefined && !isPattern(only.value);
  const object = isOnce ? value.node : stable(value, destructuring);
  const names: AnyNode[] = [];
  for (const it of properties) {
    const { length } = destructuring.steps;
    if (is(it, "RestElement")) {
      const rest = make.call(destructuring.lowering.helper("__rest"), [
        make.copyOf(object),
        make.array(names),
      ]);
      takeApart(it.argument, { node: rest, isStable: false }, destructuring);
      moveComments(it, destructuring.steps.slice(length));
      continue;
    }
    const name = keyName(it);
    const isReadTwice = hasRest || is(it.value, "AssignmentPattern") || isPattern(it.value);
    const key = name === undefined && isReadTwice ? keptKey(it.key, destructuring) : it.key;
    names.push(name === undefined ? make.copyOf(key) : make.literal(name));
    const computed = it.computed || name === undefined;
    const part = make.memberAt(isOnce ? object : make.copyOf(object), { key: make.copyOf(key), computed });
    part.start = it.start;
    takeApart(it.value, { node: part, isStable: false }, destructuring);
    moveComments(it, destructuring.steps.slice(length));
  }
}

function keptKey(key: AnyNode, destructuring: Destructuring): AnyNode {
  const isConstant = is(key, "Identifier") && key.variable !== undefined && isSteady(key.variable);
  return isConstant ? key : kept(key, destructuring);
}

function takeElements(
  { elements }: NodeOf<"ArrayPattern">,
  value: DestructuredValue,
  destructuring: Destructuring,
): void {
  if (elements.length === 0) {
    if (destructuring.lowering.mayBeIterable(value.node))
      listOf(elements, value, { destructuring, isOnce: false });
    else if (hasEffect(value.node, destructuring.lowering)) destructuring.steps.push({ value: value.node });
    return;
  }
  const [only] = elements;
  const isOnce = elements.length === 1 && !is(only, "RestElement") && !isPattern(only as AnyNode | null);
  const list = listOf(elements, value, { destructuring, isOnce });
  elements.forEach((it, index) => {
    if (it === null) return;
    const { length } = destructuring.steps;
    const read = isOnce ? list : make.copyOf(list);
    const part = is(it, "RestElement")
      ? make.callMethod(read, "slice", [make.literal(index)])
      : make.memberAt(read, { key: make.literal(index), computed: true });
    part.start = it.start;
    takeApart(is(it, "RestElement") ? it.argument : it, { node: part, isStable: false }, destructuring);
    moveComments(it, destructuring.steps.slice(length));
  });
}

/** The list to take elements from; of a value that may be iterable, the list of its items. */
function listOf(
  elements: readonly (AnyNode | null)[],
  value: DestructuredValue,
  { destructuring, isOnce }: { readonly destructuring: Destructuring; readonly isOnce: boolean },
): AnyNode {
  const { lowering } = destructuring;
  if (!lowering.mayBeIterable(value.node)) return isOnce ? value.node : stable(value, destructuring);
  const count = is(elements.at(-1), "RestElement") ? [] : [make.literal(elements.length)];
  const read = make.call(lowering.helper("__read"), [value.node, ...count]);
  return isOnce ? read : kept(read, destructuring);
}

/**
 * Sets each target to the element across from it, where a list that is written out is taken apart:
 *
 *   let [a, b] = [1, 2];   -> var a = 1, b = 2;
 *   [a, b] = [b, a];       -> _a = a; a = b; b = _a;
 */
function takePairs(pattern: BindingPattern, value: AnyNode, destructuring: Destructuring): boolean {
  const pairs = pairsOf(pattern, value);
  if (!pairs || pairs.some(({ element }) => hasEffect(element, destructuring.lowering))) return false;
  const set = new Set<unknown>();
  const saved = new Map<Variable, AnyNode>();
  for (const { target, element } of pairs) {
    if (mentionsAny(element, set) && !(is(element, "Identifier") && element.variable)) return false;
    if (is(element, "Identifier") && set.has(element.variable))
      saved.set(element.variable as Variable, element);
    set.add(target.variable);
  }
  const kepts = new Map(
    [...saved].map(([variable, element]) => [variable, kept(make.copyOf(element), destructuring)]),
  );
  const changed = new Set<unknown>();
  for (const { target, element } of pairs) {
    const isChanged = is(element, "Identifier") && changed.has(element.variable);
    const read = isChanged ? (kepts.get(element.variable as Variable) as AnyNode) : element;
    const step: PatternStep = { target, value: make.copyOf(read) };
    moveComments(target, [step]);
    destructuring.steps.push(step);
    changed.add(target.variable);
  }
  return true;
}

interface TargetPair {
  readonly target: NodeOf<"Identifier">;
  readonly element: AnyNode;
}

function pairsOf(pattern: BindingPattern, value: AnyNode): TargetPair[] | undefined {
  if (!is(pattern, "ArrayPattern") || !is(value, "ArrayExpression")) return undefined;
  const { elements: targets } = pattern;
  const { elements } = value;
  if (targets.length !== elements.length || value.comments) return undefined;
  const pairs: TargetPair[] = [];
  for (let index = 0; index < targets.length; index++) {
    const [target, element] = [targets[index], elements[index]];
    if (!is(target, "Identifier") || !element || is(element, "SpreadElement") || element.comments)
      return undefined;
    pairs.push({ target, element });
  }
  return pairs;
}
