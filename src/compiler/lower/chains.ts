import * as make from "../tree/build.ts";
import { type AnyNode, type ChainLink, is, type NodeOf } from "../tree/nodes.ts";
import { argumentsOf, callOn } from "./calls.ts";
import { namesOfValue } from "./hints.ts";
import type { EnterRows, Lowering, Rows } from "./lowering.ts";

/** A chain: the tests for missing values, one after the other, and its value behind them. */
export interface LoweredChain {
  /** `a == null`, `a.b == null` */
  readonly missing: readonly AnyNode[];
  readonly value: AnyNode;
  /** The object of a method call at the end of the chain. */
  readonly object: (() => AnyNode) | undefined;
}

export const enterChains: EnterRows = {
  ChainExpression: ({ expression }, lowering) => {
    for (const link of linksOf(expression, lowering)) lowering.deferred.add(link);
  },
  LogicalExpression: ({ operator, left }, lowering) => {
    if (operator !== "??") return;
    if (is(left, "ChainExpression") || isOrElse(left)) lowering.deferred.add(left);
    if (isOrElse(left) && is(left.right, "ChainExpression")) lowering.deferred.add(left.right);
  },
  BinaryExpression: (node, lowering) => {
    const chain = chainInComparison(node);
    if (chain) lowering.deferred.add(chain);
  },
  UnaryExpression: ({ operator, argument }, lowering) => {
    if (operator === "delete" && is(argument, "ChainExpression")) lowering.deferred.add(argument);
  },
  CallExpression: ({ callee }, lowering) => {
    if (is(callee, "ChainExpression")) lowering.deferred.add(callee);
  },
};

export const chains: Rows = {
  ChainExpression: (node, lowering) => {
    if (lowering.deferred.has(node)) return node;
    if (!lowering.asCondition.has(node)) return valueOfChain(node, lowering);
    const { missing, value } = chainOf(node, lowering);
    if (missing.length === 0) return value;
    return make.joined("&&", [...missing.map(asThere), value]);
  },
  LogicalExpression: (node, lowering) => {
    if (node.operator !== "??" || lowering.deferred.has(node)) return node;
    return orElse(node, lowering);
  },
};

function isOrElse(node: AnyNode): node is NodeOf<"LogicalExpression"> {
  return is(node, "LogicalExpression") && node.operator === "??";
}

/**
 * `a ?? b ?? c` -> `a != null ? a : b != null ? b : c`, and `a?.b ?? c` -> `a == null || a.b == null ? c : a.b`. The left
 * operands are lowered here, without recursion.
 */
function orElse(node: NodeOf<"LogicalExpression">, lowering: Lowering): AnyNode {
  const tests = alternatives(node.left, lowering).map((it) => missingTests(it, lowering));
  const last = node.right;
  return tests.reduceRight(
    (otherwise, { missing, again }) => {
      const [only] = missing;
      if (missing.length === 1 && only) return make.conditional(asThere(only), again(), otherwise);
      return make.conditional(make.joined("||", missing), otherwise, again());
    },
    is(last, "ChainExpression") ? valueOfChain(last, lowering) : last,
  );
}

/** `a ?? b ?? c` -> `a`, `b` and `c` */
function alternatives(node: AnyNode, lowering: Lowering): AnyNode[] {
  const values: AnyNode[] = [];
  let first = node;
  for (; isOrElse(first) && lowering.deferred.has(first); first = first.left) values.push(first.right);
  return [first, ...values.reverse()];
}

/** `a ?? b?.c` -> `a == null && (b == null || b.c == null)` */
export function allMissing(node: AnyNode, lowering: Lowering): AnyNode {
  const tests = alternatives(node, lowering).map((it) => {
    const { missing, value } = partsOf(it, lowering);
    return make.joined("||", [...missing, isMissing(value)]);
  });
  return make.joined("&&", tests);
}

function partsOf(node: AnyNode, lowering: Lowering): Pick<LoweredChain, "missing" | "value"> {
  return is(node, "ChainExpression") ? chainOf(node, lowering) : { missing: [], value: node };
}

/** The tests that tell that a value, which may be a chain, is null or undefined, and the value once more. */
function missingTests(node: AnyNode, lowering: Lowering) {
  const { missing, value } = partsOf(node, lowering);
  const { first, again } = lowering.once(value, namesOfValue(value));
  return { missing: [...missing, isMissing(first)], again };
}

function valueOfChain(chain: NodeOf<"ChainExpression">, lowering: Lowering): AnyNode {
  const { missing, value } = chainOf(chain, lowering);
  return missing.length === 0 ? value : unlessMissing(missing, value);
}

export function isMissing(value: AnyNode): NodeOf<"BinaryExpression"> {
  return make.binary("==", value, make.literal(null));
}

/** `a == null` -> `a != null` */
export function asThere(test: AnyNode): AnyNode {
  return is(test, "BinaryExpression") ? { ...test, operator: "!=" } : test;
}

function unlessMissing(
  missing: readonly AnyNode[],
  value: AnyNode,
  otherwise: AnyNode = make.undefinedValue(),
): AnyNode {
  return make.conditional(make.joined("||", missing), otherwise, value);
}

/** `a?.b === "c"`: a chain beside a constant that is there. */
export function chainInComparison({
  operator,
  left,
  right,
}: NodeOf<"BinaryExpression">): NodeOf<"ChainExpression"> | undefined {
  if (operator !== "===" && operator !== "!==") return undefined;
  if (is(left, "ChainExpression")) return isThere(right) ? left : undefined;
  return undefined;
}

function isThere(node: AnyNode): boolean {
  return is(node, "Literal") && node.value !== null && !("regex" in node && node.regex);
}

/** `a?.b === "c"` -> `a != null && a.b === "c"`, and `a?.b !== "c"` -> `a == null || a.b !== "c"` */
export function chainComparison(
  node: NodeOf<"BinaryExpression">,
  chain: NodeOf<"ChainExpression">,
  lowering: Lowering,
): AnyNode {
  const { missing, value } = chainOf(chain, lowering);
  const compared: AnyNode = { ...node, left: value };
  if (missing.length === 0) return compared;
  return node.operator === "==="
    ? make.joined("&&", [...missing.map(asThere), compared])
    : make.joined("||", [...missing, compared]);
}

/** `delete a?.b` -> `a == null ? true : delete a.b` */
export function deletion(chain: NodeOf<"ChainExpression">, lowering: Lowering): AnyNode {
  const { missing, value } = chainOf(chain, lowering);
  const removed = make.unary("delete", value);
  return missing.length === 0 ? removed : unlessMissing(missing, removed, make.literal(true));
}

/** `(a?.b)(c)` is called on `a`. */
export function callOfChain(
  node: NodeOf<"CallExpression">,
  chain: NodeOf<"ChainExpression">,
  lowering: Lowering,
): AnyNode {
  const { missing, value, object } = chainOf(chain, lowering, { isCalled: true });
  const method = missing.length === 0 ? value : unlessMissing(missing, value);
  if (!object) return callOn(node, method, undefined, lowering);
  return callOn(node, method, object(), lowering);
}

/** The links of a chain, from what it begins with: `super.a` is none of them. */
function linksOf(expression: AnyNode, { calledOn }: Lowering): ChainLink[] {
  const links: ChainLink[] = [];
  let node = expression;
  while (is(node, "MemberExpression", "CallExpression")) {
    if (calledOn.has(node) || (is(node, "MemberExpression") && is(node.object, "Super"))) break;
    links.push(node);
    node = (is(node, "MemberExpression") ? node.object : node.callee) as AnyNode;
  }
  return links.reverse();
}

/** Lowers a chain, link by link. */
export function chainOf(
  { expression }: NodeOf<"ChainExpression">,
  lowering: Lowering,
  { isCalled = false } = {},
): LoweredChain {
  const links = linksOf(expression, lowering);
  const [first] = links;
  const missing: AnyNode[] = [];
  let value = (is(first, "MemberExpression") ? first.object : first?.callee) as AnyNode;
  let object = lowering.calledOn.get(value);
  let isOfSuper = object !== undefined;
  links.forEach((link, index) => {
    const next = links[index + 1];
    const isMethod = next ? is(next, "CallExpression") && (next.optional || hasSpread(next)) : isCalled;
    if (link.optional) {
      const { first, again } = lowering.once(value, namesOfValue(value));
      missing.push(isMissing(first));
      // A method that can be read again is called as it is written.
      if (!isOfSuper && first === value && is(value, "MemberExpression")) object = undefined;
      value = again();
    }
    if (is(link, "CallExpression")) {
      value = callOn({ ...link, optional: false }, value, object?.(), lowering);
      object = undefined;
      isOfSuper = false;
      return;
    }
    isOfSuper = false;
    if (isMethod) {
      const on = lowering.once(value, namesOfValue(value));
      value = on.first;
      object = on.again;
    } else object = undefined;
    value = { ...link, object: value, optional: false };
  });
  return { missing, value, object };
}

function hasSpread(call: NodeOf<"CallExpression">): boolean {
  return argumentsOf(call).some((it) => is(it, "SpreadElement"));
}
