import { atNode } from "../tree/defect.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { statementDocs } from "./blocks.ts";
import { betweenComments } from "./comments.ts";
import { type Doc, type Laid, layOut, lazy } from "./doc.ts";
import { expressions } from "./expressions.ts";
import { level, levelOf } from "./precedence.ts";
import type { Print, Printer } from "./printer.ts";
import { statements } from "./statements.ts";

// Longer lines would have to be scrolled.
const WIDTH = 112;

const rows = { ...expressions, ...statements } as { readonly [type: string]: Print<never> | undefined };

/** Prints the tree of a module as ES5, as far in as it stands in zap.js. */
export function printTree(program: NodeOf<"Program">): Laid {
  const enclosed = new WeakSet<AnyNode>();
  const bare = (node: AnyNode): Doc => {
    const row = rows[node.type];
    if (!row) throw new Error(`ES5 has no ${node.type}.`);
    return node.start < 0
      ? row(node as never, printer)
      : [{ is: "mark", offset: node.start }, row(node as never, printer)];
  };
  const made = (node: AnyNode, make: () => Doc) => {
    // Nothing stands in a leaf that could wait.
    if (is(node, "Identifier", "Literal")) return make();
    return lazy(() => {
      try {
        return make();
      } catch (error) {
        throw atNode(node, error);
      }
    });
  };
  const withoutComments = (node: AnyNode, least: number): Doc => {
    const doc = bare(node);
    return levelOf(node) < least || enclosed.has(node) ? ["(", doc, ")"] : doc;
  };
  const printer: Printer = {
    expression: (node, least = level.sequence) =>
      made(node, () => betweenComments(node, withoutComments(node, least))),
    withoutComments: (node, least = level.sequence) => made(node, () => withoutComments(node, least)),
    statement: (node) => made(node, () => bare(node)),
    enclose: (node) => void enclosed.add(node),
  };
  const docs = statementDocs(program.body, printer);
  return layOut(docs, { width: WIDTH, indentation: 2 });
}
