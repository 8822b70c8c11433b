import type typescript from "typescript-5";
import { ts } from "./typescript-5.ts";

/** `typeof key === "symbol" ? key : key + ""`, as TypeScript writes it beside `...rest` -> `key + ""` */
export const withoutSymbols = transformer((node) => {
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) return node;
  const { left, right } = node.condition;
  const asksForSymbol = ts.isTypeOfExpression(left) && ts.isStringLiteral(right) && right.text === "symbol";
  return asksForSymbol ? node.whenFalse : node;
});

/** A transformer that replaces each node of a file, the innermost first. A statement can become several. */
export function transformer(
  replace: (node: typescript.Node) => typescript.Node | typescript.Node[],
): typescript.TransformerFactory<typescript.SourceFile> {
  return (context) => {
    const visit = (node: typescript.Node): typescript.Node | typescript.Node[] =>
      replace(ts.visitEachChild(node, visit, context));
    return (file) => ts.visitEachChild(file, visit, context);
  };
}
