import MagicString from "magic-string";
import type { Node, TSAsExpression, TSNonNullExpression, TSSatisfiesExpression } from "oxc-parser";
import { childrenOf } from "../../source/nodes.ts";
import { oxc } from "../../source/oxc.ts";

/** The syntax that is no JavaScript, and is gone once types are stripped. */
const types =
  /^TS(?:TypeAnnotation|TypeParameterDeclaration|TypeParameterInstantiation|InterfaceDeclaration|TypeAliasDeclaration|ModuleDeclaration)$/;
type TypedExpression = TSAsExpression | TSSatisfiesExpression | TSNonNullExpression;

/** Tells whether a node is an expression with a type behind it. */
function isTyped(node: Node): node is TypedExpression {
  return /^TS(?:As|Satisfies|NonNull)Expression$/.test(node.type);
}

/** The JavaScript of a source in TypeScript, without its types. */
export function withoutTypes(path: string, text: string): string {
  const stripped = new MagicString(text);
  const waiting: Node[] = [oxc().parseSync(path, text).program];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (types.test(node.type) || (node.type === "ImportDeclaration" && node.importKind === "type")) {
      stripped.remove(node.start, node.end);
    } else if (isTyped(node)) {
      stripped.remove(node.expression.end, node.end);
      waiting.push(node.expression);
    } else waiting.push(...childrenOf(node));
  }
  return stripped.toString();
}
