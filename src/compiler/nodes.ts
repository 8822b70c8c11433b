import type { AnyNode, Node, Program } from "acorn";
import { fullAncestor } from "acorn-walk";

/** The nodes of a program, found in one walk for all who look for some. */
export interface Nodes {
  /** Each comes after what stands in it. */
  readonly all: readonly AnyNode[];
  readonly ofType: <T extends AnyNode["type"]>(type: T) => readonly Extract<AnyNode, { type: T }>[];
  /** What a node stands in; undefined for the program. */
  readonly parentOf: (node: Node) => AnyNode | undefined;
  /** All that a node stands in, the nearest first. */
  readonly around: (node: Node) => AnyNode[];
}

/** Finds all nodes of a program. */
export function nodesOf(program: Program): Nodes {
  const all: AnyNode[] = [];
  const types = new Map<string, AnyNode[]>();
  const parents = new Map<Node, AnyNode | undefined>();
  fullAncestor(program, (found, _, ancestors) => {
    const node = found as AnyNode;
    all.push(node);
    parents.set(node, ancestors.at(-2) as AnyNode | undefined);
    const same = types.get(node.type);
    if (same) same.push(node);
    else types.set(node.type, [node]);
  });
  return {
    all,
    ofType: (type) => (types.get(type) ?? []) as never,
    parentOf: (node) => parents.get(node),
    around: (node) => {
      const outer: AnyNode[] = [];
      for (let it = parents.get(node); it; it = parents.get(it)) outer.push(it);
      return outer;
    },
  };
}
