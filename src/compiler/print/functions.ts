import type { NodeOf } from "../tree/nodes.ts";
import { blockDoc } from "./blocks.ts";
import type { Doc } from "./doc.ts";
import { listDoc } from "./lists.ts";
import { nameText } from "./literals.ts";
import type { Printer } from "./printer.ts";

/** @param word - what stands in front of the name and the parameters */
export function functionDoc(
  node: NodeOf<"FunctionExpression" | "FunctionDeclaration">,
  printer: Printer,
  word = "function",
): Doc {
  const { id, params, body } = node;
  const mark: Doc = id ? { is: "mark", offset: id.start } : "";
  const list = listDoc(
    { open: "(", close: ")", items: params, node: { ...node, comments: undefined } },
    printer,
  );
  return [word, id ? [" ", mark, nameText(id)] : "", list, " ", blockDoc(body, printer)];
}
