import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { beginsAfterBlank, belowComments, commentsBehind, commentsInside } from "./comments.ts";
import { type Doc, hardLine, indent } from "./doc.ts";
import { listDoc } from "./lists.ts";
import { identifierText } from "./literals.ts";
import type { Printer } from "./printer.ts";

/** `{ … }` over several lines, or `{}`. */
export function blockDoc(node: NodeOf<"BlockStatement">, printer: Printer): Doc {
  const body = bodyDoc(node, node.body, printer);
  const closing: Doc = node.end > 0 ? { is: "mark", offset: node.end - 1 } : "";
  return body.length > 0 ? ["{", indent([hardLine, body]), hardLine, closing, "}"] : "{}";
}

/** The statements of a node, above the comments of one that had none. */
export function bodyDoc(node: AnyNode, statements: readonly AnyNode[], printer: Printer): readonly Doc[] {
  const docs = statementDocs(statements, printer);
  const inside = commentsInside(node);
  return docs.length > 0 && inside.length > 0 ? [docs, hardLine, inside] : [...docs, ...inside];
}

/** Statements below each other, with the blank lines of the source. */
export function statementDocs(statements: readonly AnyNode[], printer: Printer): Doc[] {
  const docs: Doc[] = [];
  let isAfterBlank = false;
  for (const it of statements) {
    isAfterBlank ||= beginsAfterBlank(it);
    if (is(it, "EmptyStatement") && !it.comments?.inside) continue;
    if (docs.length > 0) docs.push(hardLine, isAfterBlank ? hardLine : "");
    docs.push(
      is(it, "EmptyStatement") ? commentsInside(it) : belowComments(it, printer.statement(it)),
      commentsBehind(it),
    );
    isAfterBlank = false;
  }
  return docs;
}

/** @param word - what stands in front of the name and the parameters */
export function functionDoc(
  node: NodeOf<"FunctionExpression" | "FunctionDeclaration">,
  printer: Printer,
  word = "function",
): Doc {
  const { id, params, body } = node;
  const mark: Doc = id ? { is: "mark", offset: id.start } : "";
  const list = listDoc(
    {
      open: "(",
      close: ")",
      items: params,
      node: { ...node, comments: { inside: node.comments?.inside ?? [] } },
    },
    printer,
  );
  return [word, id ? [" ", mark, identifierText(id)] : "", list, " ", blockDoc(body, printer)];
}
