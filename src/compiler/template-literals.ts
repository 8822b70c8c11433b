import type typescript from "typescript-5";
import { textMarker } from "./text-marker.ts";
import { transformer } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

const { factory } = ts;

/**
 * `https://${domain}/api` -> "https://" + ZAPC_TEXT(domain) + "/api"
 *
 * `+` asks an object for its `valueOf`, and a template for its `toString`.
 */
export const templateLiterals = transformer((node) => {
  if (!ts.isTemplateExpression(node) || isTagged(node)) return node;
  const parts = partsOf(node);
  // Two values that are no texts would be added as numbers.
  if (!parts.slice(0, 2).some(isText)) parts.unshift(factory.createStringLiteral(""));
  const whole = parts.reduce((left, right) => factory.createAdd(left, right));
  return ts.setTextRange(ts.setOriginalNode(whole, node), node);
});

/** tag`text ${value}` */
function isTagged(node: typescript.TemplateExpression): boolean {
  return ts.isTaggedTemplateExpression(ts.getOriginalNode(node).parent);
}

/** The texts, without the empty ones, and the values between them. */
function partsOf({ head, templateSpans }: typescript.TemplateExpression): typescript.Expression[] {
  const parts: typescript.Expression[] = head.text ? [factory.createStringLiteral(head.text)] : [];
  for (const { expression, literal } of templateSpans) {
    parts.push(isText(expression) ? expression : marked(expression));
    if (literal.text) parts.push(factory.createStringLiteral(literal.text));
  }
  return parts;
}

function marked(expression: typescript.Expression): typescript.Expression {
  const call = factory.createCallExpression(factory.createIdentifier(textMarker), undefined, [expression]);
  ts.setTextRange(call, expression);
  return ts.addSyntheticLeadingComment(call, ts.SyntaxKind.MultiLineCommentTrivia, " @__PURE__ ", false);
}

/** Whether a value is a text for sure: adding anything to it gives a text. */
function isText(node: typescript.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isText(node.expression);
  if (ts.isStringLiteralLike(node)) return true;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
  return isText(node.left) || isText(node.right);
}
