import type { CallExpression, Identifier, MemberExpression, Node } from "acorn";
import { commentMarker, type Kept } from "../lowering/mark-comments.ts";
import type { Nodes } from "../nodes.ts";
import { indentationAt, type Script } from "./script.ts";

/**
 * Puts the comments back that stand in a chain of calls, and gives them. What follows of the chain begins on a line of its own:
 *
 *   list.filter(big).ZAPC_COMMENT_7.map(name)   -> list.filter(big) // the big ones
 *                                                    .map(name)
 */
export function restoreChainComments({ code, nodes, kept, edit, indented }: Script): Set<Kept> {
  const chains = new Map<Node, number>();
  const restored = new Set<Kept>();
  for (const node of nodes.ofType("MemberExpression")) {
    const number = markedMember(node);
    const comment = number === undefined ? undefined : kept[number];
    if (!comment) continue;
    const { object, end } = node;
    const chain = chainOf(node, nodes);
    const indentation = `${indentationAt(code, chain.start)}  `;
    const isSecond = markedMember(object) !== undefined;
    const before = comment.kind !== "own line" ? " " : isSecond ? "" : `\n${indentation}`;
    const after = comment.kind === "inline" ? "" : `\n${indentation}`;
    edit.overwrite(object.end, end, before + comment.text.replace(/\n(?=.)/g, `\n${indentation}`) + after);
    restored.add(comment);
    chains.set(chain, Math.min(end, chains.get(chain) ?? end));
  }
  for (const [{ end }, first] of chains)
    indented.push({ start: code.indexOf("\n", first) + 1, end: code.indexOf("\n", end) });
  return restored;
}

/** The whole chain that a member stands in. */
export function chainOf(node: Node, { parentOf }: Pick<Nodes, "parentOf">): Node {
  const outer = parentOf(node);
  const { object, callee } = (outer ?? {}) as Partial<MemberExpression & CallExpression>;
  return outer && (object === node || callee === node) ? chainOf(outer, { parentOf }) : node;
}

/** `x.ZAPC_COMMENT_7` -> 7 */
export function markedMember(node: Node): number | undefined {
  const { computed, property } = node as MemberExpression;
  if (node.type !== "MemberExpression" || computed) return undefined;
  const [, number] = new RegExp(`^${commentMarker}_(\\d+)$`).exec((property as Identifier).name) ?? [];
  return number === undefined ? undefined : Number(number);
}
