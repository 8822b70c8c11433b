import type typescript from "typescript-5";
import { transformer } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

const { factory, SyntaxKind } = ts;

/**
 * Turns expressions that stand as statements, which JSHint marks, into the `if` that a person writes:
 *
 *   a || (a = b);                                     -> if (!a) a = b;
 *   (_a = x) === null || _a === void 0 ? void 0 : y;  -> if ((_a = x) !== null && _a !== void 0) y;
 */
export const expressionStatements = transformer((node) => {
  const statement = ts.isExpressionStatement(node) && asStatement(node.expression);
  return statement ? ts.setTextRange(ts.setOriginalNode(statement, node), node) : node;
});

/** The statement for an expression; nothing when the expression may stand as it is. */
function asStatement(expression: typescript.Expression): typescript.Statement | undefined {
  const inner = ts.skipPartiallyEmittedExpressions(expression);
  if (ts.isParenthesizedExpression(inner)) return asStatement(inner.expression);
  if (ts.isConditionalExpression(inner)) {
    const { condition, whenTrue, whenFalse } = inner;
    if (hasNoEffect(whenTrue)) return ifStatement(negated(condition), whenFalse);
    return ifStatement(condition, whenTrue, hasNoEffect(whenFalse) ? undefined : whenFalse);
  }
  if (!ts.isBinaryExpression(inner)) return undefined;
  const { left, operatorToken, right } = inner;
  if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) return ifStatement(left, right);
  if (operatorToken.kind === SyntaxKind.BarBarToken) return ifStatement(negated(left), right);
  return undefined;
}

function ifStatement(
  condition: typescript.Expression,
  then: typescript.Expression,
  otherwise?: typescript.Expression,
): typescript.Statement {
  const block = (expression: typescript.Expression) => {
    const unwrapped = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
    const statement = asStatement(unwrapped) ?? factory.createExpressionStatement(unwrapped);
    return factory.createBlock([statement], true);
  };
  return factory.createIfStatement(condition, block(then), otherwise && block(otherwise));
}

/** `void 0`, a name or a literal: nothing happens when it is evaluated. */
function hasNoEffect(expression: typescript.Expression): boolean {
  return ts.isVoidExpression(expression) || ts.isIdentifier(expression) || ts.isLiteralExpression(expression);
}

const opposites = new Map<typescript.SyntaxKind, typescript.BinaryOperator>([
  [SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken],
  [SyntaxKind.ExclamationEqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken],
  [SyntaxKind.EqualsEqualsToken, SyntaxKind.ExclamationEqualsToken],
  [SyntaxKind.ExclamationEqualsToken, SyntaxKind.EqualsEqualsToken],
]);

function negated(expression: typescript.Expression): typescript.Expression {
  if (ts.isParenthesizedExpression(expression)) return negated(expression.expression);
  if (ts.isPrefixUnaryExpression(expression) && expression.operator === SyntaxKind.ExclamationToken) {
    return expression.operand;
  }
  if (ts.isBinaryExpression(expression)) {
    const { left, operatorToken, right } = expression;
    const opposite = opposites.get(operatorToken.kind);
    if (opposite) return factory.createBinaryExpression(left, opposite, right);
    if (operatorToken.kind === SyntaxKind.BarBarToken) {
      return factory.createLogicalAnd(negated(left), negated(right));
    }
    if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) {
      return factory.createLogicalOr(negated(left), negated(right));
    }
  }
  return factory.createLogicalNot(expression);
}
