import type { AnyNode, Node } from "acorn";

/** Where an identifier is the name of a property or a label, and no variable. */
const names: { readonly [type: string]: string } = {
  MemberExpression: "property",
  Property: "key",
  LabeledStatement: "label",
  BreakStatement: "label",
  ContinueStatement: "label",
  ExportSpecifier: "exported",
};

/** The nodes in a node that are evaluated or declared: no names of properties, no labels. */
export function partsOf(node: Node): AnyNode[] {
  const children = node as unknown as { readonly [key: string]: unknown };
  const skipped = children.computed ? undefined : names[node.type];
  const parts: AnyNode[] = [];
  for (const key in children) {
    const child = children[key];
    if (key === skipped || typeof child !== "object" || child === null) continue;
    if (!Array.isArray(child)) isNode(child) && parts.push(child);
    else for (const item of child) if (isNode(item)) parts.push(item);
  }
  return parts;
}

function isNode(value: unknown): value is AnyNode {
  return typeof (value as Node | null)?.type === "string";
}
