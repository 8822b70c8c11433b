import type { AnyNode } from "acorn";
import type { Node } from "oxc-parser";
import { isShown, returnsCredentials } from "../../inference/returned-credentials.ts";
import { exportedName, methods } from "../../model/methods.ts";
import type { SourceNodes } from "../../source/nodes.ts";

/** The methods whose results users see, by the names that files export. */
const shown = new Set(methods.filter(isShown).map(exportedName));

/** Tells whether a method of a step returns the account's credentials here, or hands them to its callback. */
export function givesCredentials(node: Node, nodes: SourceNodes): boolean {
  const functions = nodes.around(node).filter(({ type }) => /Function/.test(type));
  if (node.type === "ReturnStatement") return gives(node.argument, functions[0], nodes);
  if (node.type === "ArrowFunctionExpression" && node.expression) return gives(node.body, node, nodes);
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return false;
  const { name } = node.callee;
  const called = functions.find((it) => {
    const callback = parametersOf(it)[1];
    return callback?.type === "Identifier" && callback.name === name;
  });
  return gives(node.arguments[1], called, nodes);
}

function gives(result: Node | null | undefined, method: Node | undefined, nodes: SourceNodes): boolean {
  if (!result || !method || !isOfStep(method, nodes)) return false;
  const variables = nodes
    .ofType("VariableDeclarator")
    .filter(({ start, end }) => method.start < start && end <= method.end);
  // Both parsers give ESTree; oxc's nodes of types are taken off where they are met.
  return returnsCredentials(result as AnyNode, { parameters: parametersOf(method), variables } as never);
}

function isOfStep(node: Node, nodes: SourceNodes): boolean {
  const parent = nodes.parentOf(node);
  const named = parent?.type === "VariableDeclarator" ? parent : node;
  const id = "id" in named ? (named.id as Node | null) : null;
  const isAtTop = nodes.around(named).every(({ type }) => !/Function|Class|Block|Object|Call/.test(type));
  return isAtTop && id?.type === "Identifier" && shown.has(id.name);
}

function parametersOf(node: Node): readonly Node[] {
  return "params" in node ? (node.params as readonly Node[]) : [];
}
