import type { AnyNode, Node, VariableDeclaration } from "acorn";
import { textMarker } from "../lowering/text-marker.ts";
import type { Nodes } from "../nodes.ts";
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

/**
 * Breaks lines that would have to be scrolled: after the head of an `if` or a loop, and around the properties of an object.
 *
 *   if (isLong) doThis();                       -> if (isLong)
 *                                                    doThis();
 *   return { id: id, dataset_id: dataset_id };  -> return {
 *                                                    id: id,
 *                                                    dataset_id: dataset_id
 *                                                  };
 */
export function breakLongLines(script: Script): void {
  const { nodes, code, edit } = script;
  const broken = new Set<number>();
  for (const { node, parts } of breakable(nodes)) {
    const line = lineStartOf(code, node.start);
    const isOnOneLine = !code.slice(node.start, parts.at(-1)?.end).includes("\n");
    if (broken.has(line) || !isOnOneLine || !isLong(script, node.start)) continue;
    broken.add(line);
    const below = `\n${indentationAt(code, node.start)}`;
    for (const { start } of parts) breakAt(start - 1, `${below}  `);
    if (node.type === "ObjectExpression") breakAt(node.end - "}".length - 1, below);
  }

  function breakAt(offset: number, text: string): void {
    try {
      if (code.charAt(offset) === " ") edit.overwrite(offset, offset + 1, text);
    } catch {
      // What stands there is gone, or written anew.
    }
  }
}

interface Breakable {
  readonly node: Node;
  /** Each may stand on a line of its own. */
  readonly parts: readonly Node[];
}

function breakable(nodes: Nodes): Breakable[] {
  const heads = [
    ...nodes.ofType("IfStatement").map((node) => ({ node, parts: [node.consequent] })),
    ...nodes.ofType("ForStatement").map((node) => ({ node, parts: [node.body] })),
    ...nodes.ofType("ForInStatement").map((node) => ({ node, parts: [node.body] })),
    ...nodes.ofType("WhileStatement").map((node) => ({ node, parts: [node.body] })),
  ].filter(({ parts: [body] }) => body?.type !== "BlockStatement");
  const objects = nodes.ofType("ObjectExpression").map((node) => ({ node, parts: node.properties }));
  return [...heads, ...objects.filter(({ parts }) => parts.length > 1)];
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

/** Whether the line of an offset is too long, as far as it is edited. */
function isLong(script: Script, offset: number): boolean {
  const { code } = script;
  const text = textOf(script, lineStartOf(code, offset), code.indexOf("\n", offset));
  return text.split("\n").some((line) => widthOf(line) > LONGEST_LINE);
}

/** A part of the section, as far as it is edited. */
function textOf({ code, edit }: Script, start: number, end: number): string {
  try {
    return edit.slice(start, end);
  } catch {
    // It begins or ends in what was edited away.
    return code.slice(start, end);
  }
}

/** Without the marks of templates, and what says that they have no effect: they will be gone. */
function widthOf(line: string): number {
  const text = line.replaceAll("/* @__PURE__ */ ", "");
  const marks = text.split(textMarker).length - 1;
  return text.length - marks * `${textMarker}()`.length;
}

/** What stands between the parts of a `var`, of which these are left: a new line where they would be too long for one. */
export function separatorOf(
  { start, declarations }: VariableDeclaration,
  parts: readonly Node[],
  script: Script,
): string {
  const { code } = script;
  const isOnOneLine = !code.slice(start, declarations.at(-1)?.end).includes("\n");
  const indentation = indentationAt(code, start);
  const whole = `${indentation}var ${parts.map((it) => textOf(script, it.start, it.end)).join(", ")};`;
  return isOnOneLine && widthOf(whole) > LONGEST_LINE ? `,\n${indentation}    ` : ", ";
}
