import { partNames, slotsOf } from "../../source/walk.ts";
import type { AnyNode } from "./nodes.ts";

/** The replacement of a node: itself, another, or several statements. */
export type Replacement = AnyNode | readonly AnyNode[];

export interface Transformer {
  /** Is told of a node before those in it are visited. */
  readonly enter: (node: AnyNode, parent: AnyNode | undefined, key: string) => void;
  /** Replaces a node, once those in it are replaced. */
  readonly exit: (node: AnyNode, parent: AnyNode | undefined, key: string) => Replacement;
  /** Makes one statement of several, where only one can stand. */
  readonly asOne: (statements: readonly AnyNode[]) => AnyNode;
}

/** A node while those in it are replaced. */
interface OpenNode {
  readonly node: AnyNode;
  readonly key: string;
  readonly keys: readonly string[];
  nextKey: number;
  list: readonly (AnyNode | null)[] | undefined;
  nextItem: number;
  replaced: (AnyNode | null)[];
}

/** Replaces a node and all nodes in it, those inside first. However deep the nodes are, the stack of the engine is not. */
export function transform(root: AnyNode, { enter, exit, asOne }: Transformer): Replacement {
  const open: OpenNode[] = [];
  const begin = (node: AnyNode, key: string) => {
    enter(node, open.at(-1)?.node, key);
    open.push({ node, key, keys: partNames(node), nextKey: 0, list: undefined, nextItem: 0, replaced: [] });
  };
  begin(root, "");
  for (;;) {
    const top = open.at(-1) as OpenNode;
    const child = nextChild(top);
    if (child) {
      begin(child, top.keys[top.nextKey] as string);
      continue;
    }
    open.pop();
    const outer = open.at(-1);
    const result = exit(top.node, outer?.node, top.key);
    if (!outer) return result;
    settle(outer, result);
  }

  function settle(outer: OpenNode, result: Replacement): void {
    if (outer.list) {
      if (Array.isArray(result)) for (const it of result as AnyNode[]) outer.replaced.push(it);
      else outer.replaced.push(result as AnyNode);
      return;
    }
    const one = Array.isArray(result) ? asOne(result as AnyNode[]) : (result as AnyNode);
    slotsOf(outer.node)[outer.keys[outer.nextKey] as string] = one;
    outer.nextKey++;
  }
}

/** The next node to replace in an open one; the lists that are done are put in their places. */
function nextChild(open: OpenNode): AnyNode | undefined {
  const slots = slotsOf(open.node);
  while (open.nextKey < open.keys.length) {
    const key = open.keys[open.nextKey] as string;
    if (!open.list) {
      const part = slots[key];
      if (part && !Array.isArray(part)) return part;
      open.list = (part as (AnyNode | null)[] | null | undefined) ?? [];
      open.nextItem = 0;
      open.replaced = [];
    }
    while (open.nextItem < open.list.length) {
      const item = open.list[open.nextItem++] as AnyNode | null;
      if (item) return item;
      open.replaced.push(null);
    }
    if (slots[key]) slots[key] = open.replaced;
    open.list = undefined;
    open.nextKey++;
  }
  return undefined;
}
