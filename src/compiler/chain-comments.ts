import type { CallExpression, Identifier, MemberExpression, Node } from "acorn";
import { fullAncestor } from "acorn-walk";
import { commentMarker } from "./mark-comments.ts";
import { indentationAt, type Script } from "./script.ts";

/**
 * Puts the comments back that stand in a chain of calls. What follows of the chain begins on a line of its own:
 *
 *   list.filter(big).ZAPC_COMMENT_7.map(name)   -> list.filter(big) // the big ones
 *                                                    .map(name)
 */
export function restoreChainComments({ code, program, kept, edit, indented }: Script): void {
  const chains = new Map<Node, number>();
  fullAncestor(program, (node, _, ancestors) => {
    const number = markedMember(node);
    const comment = number === undefined ? undefined : kept[number];
    if (!comment) return;
    const { object, end } = node as MemberExpression;
    const chain = chainOf(node, ancestors);
    const indentation = `${indentationAt(code, chain.start)}  `;
    const isSecond = markedMember(object) !== undefined;
    const before = comment.kind !== "own line" ? " " : isSecond ? "" : `\n${indentation}`;
    const after = comment.kind === "inline" ? "" : `\n${indentation}`;
    edit.overwrite(object.end, end, before + comment.text.replace(/\n(?=.)/g, `\n${indentation}`) + after);
    chains.set(chain, Math.min(end, chains.get(chain) ?? end));
  });
  for (const [{ end }, first] of chains)
    indented.push({ start: code.indexOf("\n", first) + 1, end: code.indexOf("\n", end) });
}

/** The whole chain that a member stands in. */
export function chainOf(node: Node, ancestors: readonly Node[]): Node {
  let chain = node;
  for (const outer of ancestors.slice(0, -1).reverse()) {
    const { object, callee } = outer as Partial<MemberExpression & CallExpression>;
    if (object !== chain && callee !== chain) break;
    chain = outer;
  }
  return chain;
}

/** `x.ZAPC_COMMENT_7` -> 7 */
export function markedMember(node: Node): number | undefined {
  const { computed, property } = node as MemberExpression;
  if (node.type !== "MemberExpression" || computed) return undefined;
  const [, number] = new RegExp(`^${commentMarker}_(\\d+)$`).exec((property as Identifier).name) ?? [];
  return number === undefined ? undefined : Number(number);
}
