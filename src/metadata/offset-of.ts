import type { Node } from "oxc-parser";
import { exportedValue } from "../source/discovering/exported.ts";
import type { Source } from "../source/source.ts";

/** The offset of a value of the metadata in its source: of the deepest of the steps that is written out there. */
export function offsetOf(source: Source, name: string, steps: readonly string[]): number {
  let node: Node | undefined = exportedValue(source, name);
  let offset = node?.start ?? 0;
  for (const step of steps) {
    node = node && childOf(withoutTypes(node), step);
    if (!node) break;
    offset = node.start;
  }
  return offset;
}

/** `{…} as const satisfies Trigger` -> `{…}` */
function withoutTypes(node: Node): Node {
  const wraps =
    node.type === "TSAsExpression" ||
    node.type === "TSSatisfiesExpression" ||
    node.type === "ParenthesizedExpression";
  return wraps ? withoutTypes(node.expression) : node;
}

function childOf(node: Node, step: string): Node | undefined {
  if (node.type === "ArrayExpression") return node.elements[Number(step)] ?? undefined;
  if (node.type !== "ObjectExpression") return undefined;
  for (const property of node.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const { key } = property;
    const name =
      key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
    if (name === step) return property.value;
  }
  return undefined;
}

/** `["fields", "1", "type"]` -> `.fields[1].type` */
export function accessed(steps: readonly string[]): string {
  return steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join("");
}
