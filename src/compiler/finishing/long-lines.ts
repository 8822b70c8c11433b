import type { AnyNode, Node, VariableDeclaration } from "acorn";
import { chainOf, markedMember } from "./chain-comments.ts";
import { indentationAt, lineStartOf, type Script } from "./script.ts";

const LONGEST_LINE = 110;
// Two calls are read as well on one line.
const FEWEST_CALLS = 3;

/**
 * Breaks lines that would have to be scrolled: before the calls of a chain.
 *
 *   new Query(100).where("status", status).where("text", text)   -> new Query(100)
 *                                                                     .where("status", status)
 *                                                                     .where("text", text)
 */
export function breakLongChains(script: Script): void {
  const { nodes, code, edit, indented } = script;
  const seen = new Set<Node>();
  for (const node of nodes.ofType("CallExpression")) {
    const chain = chainOf(node, nodes);
    if (seen.has(chain)) continue;
    seen.add(chain);
    const ends = endsOfCalls(chain as AnyNode);
    if (!ends || ends.length < FEWEST_CALLS - 1 || !isLong(script, ends.at(-1) as number)) continue;
    for (const end of ends) edit.appendLeft(end, `\n${indentationAt(code, chain.start)}  `);
    indented.push({ start: code.indexOf("\n", ends.at(-1)) + 1, end: code.indexOf("\n", chain.end) });
  }
}

/** Where each call of a chain ends that another follows, the last first. Undefined where a comment breaks it anyway. */
function endsOfCalls(chain: AnyNode): number[] | undefined {
  const ends: number[] = [];
  let node = chain;
  while (node.type === "CallExpression" || node.type === "MemberExpression") {
    if (markedMember(node) !== undefined) return undefined;
    const inner = (node.type === "CallExpression" ? node.callee : node.object) as AnyNode;
    if (node.type === "MemberExpression" && !node.computed && /^(Call|New)Expression$/.test(inner.type))
      ends.push(inner.end);
    node = inner;
  }
  return ends;
}

function isLong({ code }: Script, offset: number): boolean {
  return code.indexOf("\n", offset) - lineStartOf(code, offset) > LONGEST_LINE;
}

/** What stands between the parts of a `var`: a new line where they would be too long for one. */
export function separatorOf({ start, declarations }: VariableDeclaration, script: Script): string {
  const { code } = script;
  const isOnOneLine = !code.slice(start, declarations.at(-1)?.end).includes("\n");
  return isOnOneLine && isLong(script, start) ? `,\n${indentationAt(code, start)}    ` : ", ";
}
