import type typescript from "typescript-5";
import { transformer } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

const { factory, SyntaxKind } = ts;

/**
 * Turns expressions that stand as statements, which JSHint marks, into the statements that a person writes:
 *
 *   a || (a = b);                                     -> if (!a) { a = b; }
 *   (_a = x) === null || _a === void 0 ? void 0 : y;  -> if ((_a = x) !== null && _a !== void 0) { y; }
 *   a = b, c();                                       -> a = b; c();
 *   !a(); void b();                                   -> a(); b();
 */
export const expressionStatements = transformer((node) => {
  if (!ts.isExpressionStatement(node)) return node;
  const statements = asStatements(node.expression);
  const [only] = statements;
  if (only && statements.length === 1) {
    return ts.isExpressionStatement(only) && only.expression === node.expression
      ? node
      : replaced(only, node);
  }
  return statements.map((statement, index) => (index === 0 ? replaced(statement, node) : statement));
});

function replaced(statement: typescript.Statement, node: typescript.Node): typescript.Statement {
  return ts.setTextRange(ts.setOriginalNode(statement, node), node);
}

/** The statements for an expression; none when it has no effect. */
function asStatements(expression: typescript.Expression): typescript.Statement[] {
  const inner = ts.skipPartiallyEmittedExpressions(expression);
  if (ts.isParenthesizedExpression(inner)) return asStatements(inner.expression);
  if (ts.isVoidExpression(inner)) return asStatements(inner.expression);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken) {
    return asStatements(inner.operand);
  }
  if (ts.isConditionalExpression(inner)) {
    const { condition, whenTrue, whenFalse } = inner;
    return ifStatement(condition, asStatements(whenTrue), asStatements(whenFalse));
  }
  if (ts.isBinaryExpression(inner)) {
    const { left, operatorToken, right } = inner;
    if (operatorToken.kind === SyntaxKind.CommaToken) return [...asStatements(left), ...asStatements(right)];
    if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) {
      return ifStatement(left, asStatements(right), []);
    }
    if (operatorToken.kind === SyntaxKind.BarBarToken) return ifStatement(left, [], asStatements(right));
  }
  return hasNoEffect(inner) ? [] : [factory.createExpressionStatement(expression)];
}

function ifStatement(
  condition: typescript.Expression,
  then: typescript.Statement[],
  otherwise: typescript.Statement[],
): typescript.Statement[] {
  const block = (statements: typescript.Statement[]) => factory.createBlock(statements, true);
  if (then.length > 0) {
    return [
      factory.createIfStatement(condition, block(then), otherwise.length > 0 ? block(otherwise) : undefined),
    ];
  }
  if (otherwise.length > 0) return [factory.createIfStatement(negated(condition), block(otherwise))];
  return asStatements(condition);
}

/** `void 0`, a name or a literal: nothing happens when it is evaluated. */
function hasNoEffect(expression: typescript.Expression): boolean {
  return (
    ts.isIdentifier(expression) ||
    ts.isLiteralExpression(expression) ||
    [SyntaxKind.NullKeyword, SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword].includes(expression.kind)
  );
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
