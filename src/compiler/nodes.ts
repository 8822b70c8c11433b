import type { AnyNode, Program } from "acorn";
import { fullAncestor } from "acorn-walk";
import type { Node, Program as SourceProgram } from "oxc-parser";
import { oxc } from "./oxc.ts";

/** The nodes of a program, found in one walk for all who look for some. */
export interface Nodes<Any extends { readonly type: string } = AnyNode> {
  readonly all: readonly Any[];
  readonly ofType: <T extends Any["type"]>(type: T) => readonly Extract<Any, { type: T }>[];
  /** What a node stands in; undefined for the program. */
  readonly parentOf: (node: object) => Any | undefined;
  /** All that a node stands in, the nearest first. */
  readonly around: (node: object) => Any[];
}

/** Finds the nodes of a section of the bundle. Each comes after what stands in it. */
export function nodesOf(program: Program): Nodes {
  return found((add) => {
    fullAncestor(program, (node, _, ancestors) => add(node as AnyNode, ancestors.at(-2) as AnyNode));
  });
}

/** The nodes of a source, each before what stands in it. */
export type SourceNodes = Nodes<Node>;

/** Finds the nodes of a source. */
export function nodesOfSource(program: SourceProgram): SourceNodes {
  const { visitorKeys } = oxc();
  return found((add) => {
    const visit = (node: Node, parent?: Node) => {
      add(node, parent);
      const parts = node as unknown as { readonly [key: string]: Node | readonly (Node | null)[] | null };
      for (const key of visitorKeys[node.type] ?? []) {
        const part = parts[key];
        if (Array.isArray(part)) for (const it of part) it && visit(it, node);
        else if (part) visit(part as Node, node);
      }
    };
    visit(program);
  });
}

function found<Any extends { readonly type: string }>(
  visit: (add: (node: Any, parent: Any | undefined) => void) => void,
): Nodes<Any> {
  const all: Any[] = [];
  const types = new Map<string, Any[]>();
  const parents = new Map<object, Any | undefined>();
  visit((node, parent) => {
    all.push(node);
    parents.set(node, parent);
    const same = types.get(node.type);
    if (same) same.push(node);
    else types.set(node.type, [node]);
  });
  return {
    all,
    ofType: (type) => (types.get(type) ?? []) as never,
    parentOf: (node) => parents.get(node),
    around: (node) => {
      const outer: Any[] = [];
      for (let it = parents.get(node); it; it = parents.get(it)) outer.push(it);
      return outer;
    },
  };
}
