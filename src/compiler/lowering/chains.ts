import type { Node } from "oxc-parser";
import { argumentList, callCode, hasSpread, spreadArguments } from "./calls.ts";
import { type Code, code } from "./code.ts";
import { thisCode } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { memberAccess } from "./members.ts";
import { superMember } from "./super.ts";
import { is, type NodeOf, unwrapped } from "./syntax.ts";

export const chains: Rows = {
  ChainExpression: ({ expression }, lowering) => wholeChain(chainOf(expression, lowering)),
  LogicalExpression: (node, lowering) => {
    if (node.operator !== "??") return lowering.inside(node);
    const { isThere, again } = isThereTest(node.left, lowering);
    return code`(${isThere} ? ${again} : ${lowering.of(node.right)})`;
  },
};

/** A chain: what has to be there, and what it then gives. */
export interface Chain {
  readonly test: Test | undefined;
  readonly value: Code;
}

/** The two ways to ask whether a value is there: neither null nor undefined. */
export interface Test {
  readonly isThere: Code;
  readonly isMissing: Code;
}

function testOf(first: Code, again: Code): Test {
  return {
    isThere: code`${first} !== null && ${again} !== void 0`,
    isMissing: code`${first} === null || ${again} === void 0`,
  };
}

/** Asks whether a value is there that is read again then. */
export function isThereTest(node: Node, lowering: Lowering): Test & { readonly again: Code } {
  const { first, again } = lowering.once(unwrapped(node));
  return { ...testOf(first, again), again };
}

/** `a?.b` -> `(a === null || a === void 0 ? void 0 : a.b)` */
export function wholeChain({ test, value }: Chain, otherwise = "void 0"): Code {
  return test ? code`(${test.isMissing} ? ${otherwise} : ${value})` : value;
}

/** A link of a chain with the chain before it. */
export function chainOf(given: Node, lowering: Lowering): Chain {
  const node = is(given, "TSNonNullExpression", "TSInstantiationExpression") ? chainInside(given) : given;
  if (is(node, "MemberExpression")) return memberOfChain(node, lowering);
  if (is(node, "CallExpression")) return callInChain(node, lowering);
  return { test: undefined, value: lowering.of(node) };
}

/** `a?.b!` */
function chainInside(node: Node): Node {
  return is(node, "TSNonNullExpression", "TSInstantiationExpression") ? chainInside(node.expression) : node;
}

function memberOfChain(node: NodeOf<"MemberExpression">, lowering: Lowering): Chain {
  const { object, optional } = node;
  if (!optional) {
    const { test, value } = chainOf(object, lowering);
    return { test, value: code`${value}${memberAccess(node, lowering)}` };
  }
  const { first, again } = kept(object, lowering);
  return { test: testOf(first, again), value: code`${again}${memberAccess(node, lowering)}` };
}

/** What stands before `?.`, as a whole. */
function kept(node: Node, lowering: Lowering): { readonly first: Code; readonly again: Code } {
  const inner = chainInside(node);
  if (!is(inner, "MemberExpression", "CallExpression")) return lowering.once(unwrapped(node));
  const value = wholeChain(chainOf(inner, lowering));
  const again = lowering.temporary();
  return { first: code`(${again} = ${value})`, again };
}

function callInChain(node: NodeOf<"CallExpression">, lowering: Lowering): Chain {
  const callee = chainInside(node.callee);
  if (node.optional) return callIfThere(node, callee, lowering);
  if (!is(callee, "MemberExpression", "CallExpression") || isOfSuper(callee)) {
    return { test: undefined, value: callCode(node, lowering) };
  }
  if (hasSpread(node) && is(callee, "MemberExpression")) {
    const { test, object, value } = methodOf(callee, lowering);
    return { test, value: code`${value}.apply(${object}, ${spreadArguments(node, lowering)})` };
  }
  const { test, value } = chainOf(callee, lowering);
  if (!test) return { test, value: callCode(node, lowering) };
  if (hasSpread(node))
    return { test, value: code`${value}.apply(void 0, ${spreadArguments(node, lowering)})` };
  return { test, value: code`${value}(${argumentList(node, lowering)})` };
}

/** `a.b?.(c)` -> `(_a = a.b) === null || _a === void 0 ? void 0 : _a.call(a, c)` */
function callIfThere(node: NodeOf<"CallExpression">, callee: Node, lowering: Lowering): Chain {
  const inner = unwrapped(callee);
  // (a?.b)?.(c) is called on a.
  const method = is(inner, "ChainExpression") ? inner.expression : inner;
  if (!is(method, "MemberExpression")) {
    const { first, again } = kept(callee, lowering);
    const test = testOf(first, again);
    if (hasSpread(node))
      return { test, value: code`${again}.apply(void 0, ${spreadArguments(node, lowering)})` };
    return { test, value: code`${again}(${argumentList(node, lowering)})` };
  }
  const { object, ...chain } = methodOf(method, lowering);
  const name = lowering.temporary();
  const test = testOf(code`(${name} = ${wholeChain(chain)})`, name);
  if (hasSpread(node)) {
    return { test, value: code`${name}.apply(${object}, ${spreadArguments(node, lowering)})` };
  }
  const comma = node.arguments.length > 0 ? ", " : "";
  return { test, value: code`${name}.call(${object}${comma}${argumentList(node, lowering)})` };
}

/** A method with the chain before it, and the object that it is called on. */
export function methodOf(
  node: NodeOf<"MemberExpression">,
  lowering: Lowering,
): Chain & { readonly object: Code } {
  if (isOfSuper(node))
    return { test: undefined, value: superMember(node, lowering), object: thisCode(lowering) };
  const access = () => memberAccess(node, lowering);
  if (node.optional) {
    const { first, again } = kept(node.object, lowering);
    return { test: testOf(first, again), value: code`${again}${access()}`, object: again };
  }
  const { test, value } = chainOf(node.object, lowering);
  if (is(unwrapped(node.object), "Identifier", "ThisExpression")) {
    return { test, value: code`${value}${access()}`, object: value };
  }
  const object = lowering.temporary();
  return { test, value: code`(${object} = ${value})${access()}`, object };
}

function isOfSuper(node: Node): boolean {
  return is(node, "MemberExpression") && is(node.object, "Super");
}
