import type typescript from "typescript-5";
import { transformer } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

/**
 * TypeScript writes `@class` before a lowered class, for minifiers. The bundler knows another comment, by which it drops a class
 * that nothing uses: it gets that where making the class does nothing else.
 */
export const classComments = transformer((node) => {
  if (!ts.getSyntheticLeadingComments(node)) return node;
  ts.setSyntheticLeadingComments(node, undefined);
  const call = unwrapped(node);
  if (!ts.isCallExpression(call)) return node;
  const wrapper = unwrapped(call.expression);
  const isPure = ts.isFunctionExpression(wrapper) && wrapper.body.statements.every(onlyMakes);
  if (!isPure) return node;
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, " @__PURE__ ", false);
});

function unwrapped(node: typescript.Node): typescript.Node {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isPartiallyEmittedExpression(node);
  return isWrapped ? unwrapped(node.expression) : node;
}

// `__extends(Thing, _super)`, `Object.defineProperty(Thing.prototype, …)`
const ofClass = /^(__extends|Object\.definePropert(y|ies))$/;

/** Whether a statement inside of a class does nothing that could be seen outside of it. */
function onlyMakes(node: typescript.Node): boolean {
  if (ts.isFunctionLike(node)) return true;
  // Thing.count = 0;
  const isMember =
    ts.isExpressionStatement(node) &&
    ts.isBinaryExpression(node.expression) &&
    node.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (ts.isPropertyAccessExpression(node.expression.left) ||
      ts.isElementAccessExpression(node.expression.left));
  if (isMember) return onlyMakes((node.expression as typescript.BinaryExpression).right);
  const isOfClass = ts.isCallExpression(node) && ofClass.test(nameOf(node.expression));
  if (!isOfClass && hasEffect(node)) return false;
  return ts.forEachChild(node, (child) => (onlyMakes(child) ? undefined : true)) !== true;
}

function hasEffect(node: typescript.Node): boolean {
  const { FirstAssignment, LastAssignment } = ts.SyntaxKind;
  const isAssignment = (kind: typescript.SyntaxKind) => FirstAssignment <= kind && kind <= LastAssignment;
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isDeleteExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusPlusToken) ||
    (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusMinusToken) ||
    (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
  );
}

/** `Object.defineProperty` */
function nameOf(callee: typescript.Expression): string {
  if (ts.isIdentifier(callee)) return ts.idText(callee);
  return ts.isPropertyAccessExpression(callee)
    ? `${nameOf(callee.expression)}.${ts.idText(callee.name as typescript.Identifier)}`
    : "";
}
