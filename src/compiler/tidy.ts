import type typescript from "typescript-5";
import { ts } from "./typescript-5.ts";

const { factory } = ts;

/** `typeof key === "symbol" ? key : key + ""`, as TypeScript writes it beside `...rest` -> `key + ""` */
export const withoutSymbols = transformer((node) => {
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) return node;
  const { left, right } = node.condition;
  const asksForSymbol = ts.isTypeOfExpression(left) && ts.isStringLiteral(right) && right.text === "symbol";
  return asksForSymbol ? node.whenFalse : node;
});

/**
 * What stood on lines of its own still does, once it is spread. TypeScript puts it on one:
 *
 *   { ...rest,       -> __assign(__assign({}, rest), {
 *     a: 1,                a: 1,
 *     b: 2 }               b: 2 })
 */
export const spreadOverLines = transformer((node, { text }) => {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return node;
  if (ts.idText(node.expression) !== "__assign") return node;
  const parts = node.arguments.map((part) => {
    if (!ts.isObjectLiteralExpression(part) || !standsOnLines(part.properties, text)) return part;
    return ts.setTextRange(factory.createObjectLiteralExpression(part.properties, true), part);
  });
  return factory.updateCallExpression(node, node.expression, undefined, parts);
});

/** TypeScript has made the properties anew; their names are as they were written. */
function standsOnLines(properties: readonly typescript.ObjectLiteralElementLike[], text: string): boolean {
  const [first, last] = [properties[0], properties.at(-1)].map((property) => property?.name?.end);
  return first !== undefined && text.slice(first, last).includes("\n");
}

/** A transformer that replaces each node of a file, the innermost first. A statement can become several. */
export function transformer(
  replace: (node: typescript.Node, file: typescript.SourceFile) => typescript.Node | typescript.Node[],
): typescript.TransformerFactory<typescript.SourceFile> {
  return (context) => (file) => {
    const visit = (node: typescript.Node): typescript.Node | typescript.Node[] =>
      replace(ts.visitEachChild(node, visit, context), file);
    return ts.visitEachChild(file, visit, context);
  };
}
