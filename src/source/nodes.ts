import type { Node, Program } from "oxc-parser";
import { oxc } from "./oxc.ts";

/** The nodes of a source, found in one walk for all that look for some. Each comes before those in it. */
export interface SourceNodes {
  readonly all: readonly Node[];
  readonly ofType: <T extends Node["type"]>(type: T) => readonly Extract<Node, { type: T }>[];
  /** The node that a node is directly in; undefined for the program. */
  readonly parentOf: (node: Node) => Node | undefined;
  /** All nodes that a node is in, the nearest first. */
  readonly around: (node: Node) => Node[];
}

/** Finds the nodes of a source. However deep they are, the stack of the engine is not. */
export function nodesOfSource(program: Program): SourceNodes {
  const all: Node[] = [];
  const types = new Map<string, Node[]>();
  const parents = new Map<Node, Node | undefined>();
  const waiting: Node[] = [program];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    all.push(node);
    const same = types.get(node.type);
    if (same) same.push(node);
    else types.set(node.type, [node]);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index] as Node;
      parents.set(child, node);
      waiting.push(child);
    }
  }
  return {
    all,
    ofType: (type) => (types.get(type) ?? []) as never,
    parentOf: (node) => parents.get(node),
    around: (node) => {
      const around: Node[] = [];
      for (let it = parents.get(node); it; it = parents.get(it)) around.push(it);
      return around;
    },
  };
}

/** The nodes directly in a node, as the parser lists them. */
export function childrenOf(node: Node): Node[] {
  const parts = node as unknown as { readonly [key: string]: Node | readonly (Node | null)[] | null };
  const found: Node[] = [];
  for (const key of oxc().visitorKeys[node.type] ?? []) {
    const part = parts[key];
    if (Array.isArray(part)) for (const it of part as (Node | null)[]) it && found.push(it);
    else if (part) found.push(part as Node);
  }
  return found;
}

const wrappers =
  /^(ParenthesizedExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|TSInstantiationExpression)$/;

/** `(a as B)!` -> `a` */
export function unwrapped(node: Node): Node {
  let inner = node;
  while (wrappers.test(inner.type)) inner = (inner as Node & { expression: Node }).expression;
  return inner;
}

/** `({ pre_poll, post_poll }) satisfies Methods;`, `poll satisfies Poll<typeof trigger>;`: a statement that only checks types. */
export function isTypeCheck(node: Node): boolean {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "TSSatisfiesExpression") return false;
  const value = unwrapped(node.expression);
  if (value.type !== "ObjectExpression") return value.type === "Identifier";
  return value.properties.every(
    (it) => it.type === "Property" && !it.computed && it.value.type === "Identifier",
  );
}
