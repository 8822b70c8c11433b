import { type AnyNode, type ChainLink, is, type NodeOf } from "../tree/nodes.ts";
import { beforeComments, belowComments } from "./comments.ts";
import { type Doc, group, nest, softLine } from "./doc.ts";
import { argumentsDoc } from "./lists.ts";
import { dottedName, quoted } from "./literals.ts";
import { level } from "./precedence.ts";
import type { Printer } from "./printer.ts";

// Two calls are read as well on one line.
const FEWEST_CALLS = 3;

/**
 * A member, a call, or a chain of them, which is broken before each of its members behind a call:
 *
 *   new Query(100)
 *     .where("status", status)
 *     .where("text", text)
 */
export function chainDoc(chain: ChainLink, printer: Printer): Doc {
  const { head, links } = partsOf(chain);
  const docs: Doc[] = [headDoc(head, links, printer)];
  const broken: { readonly gap: Doc; readonly docs: Doc[] }[] = [];
  const hasComments = links.some(
    (it): boolean => is(it, "MemberExpression") && isDotted(it) && it.property.comments?.before !== undefined,
  );
  let isBehindCall = is(head, "NewExpression");
  for (const link of links) {
    const isMember = is(link, "MemberExpression");
    if (isMember && isDotted(link) && (isBehindCall || link.property.comments?.before))
      broken.push({ gap: gapBefore(link), docs: [] });
    (broken.at(-1)?.docs ?? docs).push(isMember ? memberDoc(link, printer) : argumentsDoc(link, printer));
    isBehindCall = !isMember;
  }
  const calls = links.filter((it) => is(it, "CallExpression")).length + (is(head, "NewExpression") ? 1 : 0);
  if (!hasComments && calls < FEWEST_CALLS) return [docs, broken.map((it) => it.docs)];
  return group([docs, nest(broken.map((it) => [it.gap, it.docs]))], hasComments);
}

function isDotted({ property, computed }: NodeOf<"MemberExpression">): boolean {
  return dottedName(property, computed) !== undefined;
}

/** A comment can stand at the end of the line before its link. */
function gapBefore({ property: { comments } }: NodeOf<"MemberExpression">): Doc {
  return comments?.before?.[0]?.startsLine === false ? " " : softLine;
}

/** The head of a chain, and its links. */
function partsOf(chain: ChainLink): { readonly head: AnyNode; readonly links: readonly ChainLink[] } {
  const links: ChainLink[] = [];
  let node: AnyNode = chain;
  while (is(node, "MemberExpression", "CallExpression") && (node === chain || !node.comments)) {
    links.push(node);
    node = is(node, "MemberExpression") ? node.object : node.callee;
  }
  return { head: node, links: links.reverse() };
}

function headDoc(head: AnyNode, [first]: readonly ChainLink[], printer: Printer): Doc {
  const isNumber = is(head, "Literal") && typeof head.value === "number";
  if (isNumber || (is(head, "FunctionExpression") && is(first, "CallExpression"))) printer.enclose(head);
  return printer.expression(head, level.call);
}

function memberDoc({ property, computed }: NodeOf<"MemberExpression">, printer: Printer): Doc {
  const name = dottedName(property, computed);
  if (name === undefined && is(property, "Identifier") && !computed) return `[${quoted(property.name)}]`;
  if (name === undefined) return ["[", printer.expression(property), "]"];
  const mark: Doc = { is: "mark", offset: property.start };
  return belowComments(property, beforeComments(property, [".", mark, name]));
}

/** Tells whether `new` would call a callee at a call in it. */
export function hasCall(callee: AnyNode): boolean {
  return is(callee, "CallExpression") || partsIn(callee).some((it) => is(it, "CallExpression"));
}

function partsIn(node: AnyNode): readonly ChainLink[] {
  return is(node, "MemberExpression") ? partsOf(node).links : [];
}
