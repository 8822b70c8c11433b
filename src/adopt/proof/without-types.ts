import MagicString from "magic-string";
import { oxc } from "../../source/oxc.ts";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** The syntax that is no JavaScript, and is gone once types are stripped. */
const types =
  /^TS(?:TypeAnnotation|TypeParameterDeclaration|TypeParameterInstantiation|InterfaceDeclaration|TypeAliasDeclaration|ModuleDeclaration)$/;
/** An expression with a type behind it. */
const typed = /^TS(?:As|Satisfies|NonNull)Expression$/;

/** The JavaScript of a source in TypeScript, without its types. */
export function withoutTypes(path: string, text: string): string {
  const stripped = new MagicString(text);
  const visit = (node: Node): void => {
    if (types.test(node.type) || (node.type === "ImportDeclaration" && node.importKind === "type")) {
      stripped.remove(node.start, node.end);
      return;
    }
    const inner = node.expression as Node;
    if (typed.test(node.type)) stripped.remove(inner.end, node.end);
    for (const child of typed.test(node.type) ? [inner] : childrenOf(node)) visit(child);
  };
  visit(oxc().parseSync(path, text).program as unknown as Node);
  return stripped.toString();
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => [value].flat().filter(isNode));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
