import * as make from "../tree/build.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { hasEffect } from "./effects.ts";
import { namesOfValue } from "./hints.ts";
import type { Lowering, Rows } from "./lowering.ts";

type CallOrNew = NodeOf<"CallExpression"> | NodeOf<"NewExpression">;

export const lists: Rows = {
  NewExpression: newInstance,
  ArrayExpression: (node, lowering) => {
    if (!node.elements.some(isSpread)) return node;
    return spreadList(node.elements, lowering);
  },
};

export function argumentsOf(node: CallOrNew): readonly AnyNode[] {
  return node.arguments;
}

/** A call of a function: of a method on an object, where that is not what stands before its name. */
export function callOn(
  node: NodeOf<"CallExpression">,
  callee: AnyNode,
  object: AnyNode | undefined,
  lowering: Lowering,
): AnyNode {
  const given = argumentsOf(node);
  if (given.some(isSpread)) return spreadCall(node, { callee, object }, lowering);
  if (!object) return { ...node, callee: callee };
  return { ...node, callee: make.member(callee, "call"), arguments: [object, ...node.arguments] };
}

/** `a.b(...c)` -> `a.b.apply(a, c)` */
function spreadCall(
  node: NodeOf<"CallExpression">,
  { callee, object }: { readonly callee: AnyNode; readonly object: AnyNode | undefined },
  lowering: Lowering,
): AnyNode {
  const list = spreadArguments(argumentsOf(node), lowering);
  const apply = (method: AnyNode, on: AnyNode) => ({
    ...node,
    callee: make.member(method, "apply"),
    arguments: [on, list],
  });
  if (object) return apply(callee, object);
  if (!is(callee, "MemberExpression")) return apply(callee, make.undefinedValue());
  if (isEmptyArray(callee.object)) return apply(callee, make.array([]));
  const { first, again } = lowering.once(callee.object, namesOfValue(callee.object));
  return apply({ ...callee, object: first }, again());
}

/** Another is as good: `[].concat(...lists)` -> `[].concat.apply([], lists)`. */
function isEmptyArray(node: AnyNode): boolean {
  return is(node, "ArrayExpression") && node.elements.length === 0;
}

/** `new A(...b)` -> `new (A.bind.apply(A, __concat([undefined], b)))()` */
function newInstance(node: NodeOf<"NewExpression">, lowering: Lowering): AnyNode {
  const given = argumentsOf(node);
  if (!given.some(isSpread))
    return is(node.callee, "FunctionExpression") ? instanceOfNamed(node, lowering) : node;
  const { first, again } = lowering.once(node.callee, namesOfValue(node.callee));
  const list = spreadList(given, lowering, [make.undefinedValue()]);
  const bound = make.call(make.member(make.member(first, "bind"), "apply"), [again(), list]);
  return { ...node, callee: bound, arguments: [] };
}

/** `new (class A {})()` -> `(_A = function A() {}, new _A())`: JSHint marks the function behind `new`. */
function instanceOfNamed(node: NodeOf<"NewExpression">, lowering: Lowering): AnyNode {
  const variable = lowering.temporary(namesOfValue(node.callee));
  return make.sequence([
    make.assign(make.reference(variable), node.callee),
    { ...node, callee: make.reference(variable) },
  ]);
}

/** The arguments as a list. */
export function spreadArguments(given: readonly AnyNode[], lowering: Lowering): AnyNode {
  const [only] = given;
  if (given.length === 1 && is(only, "SpreadElement") && !lowering.mayBeIterable(only.argument))
    return only.argument;
  return spreadList(given, lowering);
}

/**
 * `[a, ...b, c]` -> `__concat([a], b, [c])`: in one call, where later elements have no effect on those that are spread before.
 *
 * @param before - further elements in front
 */
export function spreadList(
  elements: readonly (AnyNode | null)[],
  lowering: Lowering,
  before: readonly AnyNode[] = [],
): AnyNode {
  const parts: { readonly list: AnyNode; readonly hasEffect: boolean }[] = [];
  let plain: (AnyNode | null)[] = [...before];
  const close = () => {
    if (plain.length > 0 || parts.length === 0) {
      parts.push({
        list: make.array(plain),
        hasEffect: plain.some((it) => it !== null && hasEffect(it, lowering)),
      });
    }
    plain = [];
  };
  for (const it of elements) {
    if (!is(it, "SpreadElement")) plain.push(it);
    else {
      close();
      const { argument } = it;
      const isRead = lowering.mayBeIterable(argument);
      const list = isRead ? make.call(lowering.helper("__read"), [argument]) : argument;
      list.comments ??= it.comments;
      if (isRead && elements.length === 1 && before.length === 0) return list;
      parts.push({ list, hasEffect: hasEffect(argument, lowering) });
    }
  }
  if (plain.length > 0) close();
  return joinedParts(parts, lowering.helper("__concat"));
}

/** `helper(a, b, c)`, or `helper(helper(a, b), c)` where c has an effect. */
export function joinedParts(
  [first, ...others]: readonly { readonly list: AnyNode; readonly hasEffect: boolean }[],
  helper: AnyNode,
): AnyNode {
  let given = [first?.list as AnyNode];
  for (const { list, hasEffect } of others) {
    if (hasEffect && given.length > 1) given = [make.call(make.copyOf(helper), given)];
    given.push(list);
  }
  return make.call(helper, given);
}

export function isSpread(node: AnyNode | null): node is NodeOf<"SpreadElement"> {
  return is(node, "SpreadElement");
}
