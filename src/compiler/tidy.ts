import type typescript from "typescript-5";
import { ts } from "./typescript-5.ts";

/** TypeScript writes `@class` comments before lowered classes, for minifiers. */
export const withoutClassComments = transformer((node) =>
  ts.getSyntheticLeadingComments(node) ? ts.setSyntheticLeadingComments(node, undefined) : node,
);

/** `Colour["Red"]`, as TypeScript writes enums and JSHint marks it -> `Colour.Red` */
export const dotNotation = transformer((node) => {
  if (!ts.isElementAccessExpression(node) || !ts.isStringLiteral(node.argumentExpression)) return node;
  const { expression, argumentExpression } = node;
  if (!/^[A-Za-z_$][\w$]*$/.test(argumentExpression.text)) return node;
  const access = ts.factory.createPropertyAccessExpression(expression, argumentExpression.text);
  return ts.setTextRange(ts.setOriginalNode(access, node), node);
});

/** A transformer that replaces each node of a file, the innermost first. */
export function transformer(
  replace: (node: typescript.Node) => typescript.Node,
): typescript.TransformerFactory<typescript.SourceFile> {
  return (context) => {
    const visit = (node: typescript.Node): typescript.Node =>
      replace(ts.visitEachChild(node, visit, context));
    return (file) => ts.visitEachChild(file, visit, context);
  };
}
