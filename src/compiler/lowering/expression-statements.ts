import type { Node } from "oxc-parser";
import { isLogical, targetOf } from "./assignments.ts";
import { chainOf, isThereTest } from "./chains.ts";
import { type Code, code } from "./code.ts";
import type { Lowering } from "./lowering.ts";
import { assignedBy, valueFor } from "./patterns.ts";
import { is, isPattern, type NodeOf, unwrapped } from "./syntax.ts";

/**
 * An expression that stands as a statement, which JSHint marks, as the statements that a person writes; none when it has no
 * effect:
 *
 *   a || (a = b);    -> if (!a) { a = b; }
 *   a?.b();          -> if (a !== null && a !== void 0) { a.b(); }
 *   a = b, c();      -> a = b; c();
 *   !a(); void b();  -> a(); b();
 */
export function asStatements(expression: Node, lowering: Lowering): Code[] {
  const node = unwrapped(expression);
  const others = otherStatements(node, lowering);
  if (others) return others;
  if (is(node, "Identifier", "Literal")) return [];
  const whole = lowering.of(node);
  // They would begin a statement of another kind.
  const isMistaken =
    is(node, "ArrowFunctionExpression") ||
    /^(?:\{|function\b|class\b)/.test(lowering.text.slice(node.start, node.start + 9));
  return [isMistaken ? code`(${whole});` : code`${whole};`];
}

/** Whether an expression is not one statement that is written as the expression is. */
export function becomesAnother(expression: Node): boolean {
  const node = unwrapped(expression);
  return (
    is(node, "Identifier", "Literal", "SequenceExpression", "ConditionalExpression", "LogicalExpression") ||
    is(node, "ChainExpression") ||
    (is(node, "UnaryExpression") && /^(void|!|delete)$/.test(node.operator)) ||
    (is(node, "AssignmentExpression") && (isLogical(node.operator) || isPattern(node.left)))
  );
}

function otherStatements(node: Node, lowering: Lowering): Code[] | undefined {
  const inner = (it: Node) => asStatements(it, lowering);
  if (is(node, "UnaryExpression")) {
    if (/^(void|!)$/.test(node.operator)) return inner(node.argument);
    const argument = unwrapped(node.argument);
    if (node.operator !== "delete" || !is(argument, "ChainExpression")) return undefined;
    return chainStatement(argument, lowering, "delete ");
  }
  if (is(node, "SequenceExpression")) return node.expressions.flatMap(inner);
  if (is(node, "ChainExpression")) return chainStatement(node, lowering);
  if (is(node, "ConditionalExpression")) {
    return ifStatement(node.test, [inner(node.consequent), inner(node.alternate)], lowering);
  }
  if (is(node, "LogicalExpression")) {
    const right = inner(node.right);
    if (node.operator === "??") return [ifCode(isThereTest(node.left, lowering).isMissing, right)];
    return ifStatement(node.left, node.operator === "&&" ? [right, []] : [[], right], lowering);
  }
  if (!is(node, "AssignmentExpression")) return undefined;
  if (isLogical(node.operator)) return [ifSet(node, lowering)];
  if (!isPattern(node.left)) return undefined;
  const { parts, apart } = assignedBy(node.left, valueFor(node.left, node.right, lowering), lowering);
  apart();
  return parts.map((part) => code`${part};`);
}

function chainStatement({ expression }: NodeOf<"ChainExpression">, lowering: Lowering, before = ""): Code[] {
  const { test, value } = chainOf(expression, lowering);
  const statement = code`${before}${value};`;
  return [test ? ifCode(test.isThere, [statement]) : statement];
}

/** `a.b ||= c` -> `if (!a.b) { a.b = c; }` */
function ifSet({ left, operator, right }: NodeOf<"AssignmentExpression">, lowering: Lowering): Code {
  const { first, again } = targetOf(left, lowering);
  const set = () => [code`${again} = ${lowering.of(right)};`];
  if (operator === "&&=") return ifCode(first, set());
  if (operator === "||=") return ifCode(code`!${first}`, set());
  if (is(unwrapped(left), "Identifier")) return ifCode(code`${first} === null || ${first} === void 0`, set());
  const value = lowering.temporary();
  return ifCode(code`(${value} = ${first}) === null || ${value} === void 0`, set());
}

function ifCode(test: Code, then: readonly Code[], otherwise: readonly Code[] = []): Code {
  const block = (statements: readonly Code[]) => code`{\n${statements.map((it) => code`${it}\n`)}}`;
  const whole = code`if (${test}) ${block(then)}`;
  return otherwise.length > 0 ? code`${whole} else ${block(otherwise)}` : whole;
}

function ifStatement(test: Node, [then, otherwise]: readonly Code[][], lowering: Lowering): Code[] {
  if (then && then.length > 0) return [ifCode(conditionOf(test, lowering).holds, then, otherwise)];
  if (otherwise && otherwise.length > 0) return [ifCode(conditionOf(test, lowering).fails, otherwise)];
  return asStatements(test, lowering);
}

const opposites: { readonly [operator: string]: string } = {
  "==": "!=",
  "!=": "==",
  "===": "!==",
  "!==": "===",
};

/** A condition, and the opposite of it as a person writes that. */
function conditionOf(given: Node, lowering: Lowering): { readonly holds: Code; readonly fails: Code } {
  const node = unwrapped(given);
  if (is(node, "UnaryExpression") && node.operator === "!") {
    const argument = lowering.of(node.argument);
    return { holds: code`!${argument}`, fails: argument };
  }
  if (is(node, "BinaryExpression") && opposites[node.operator]) {
    const [left, right] = [lowering.of(node.left), lowering.of(node.right)];
    return {
      holds: code`${left} ${node.operator} ${right}`,
      fails: code`${left} ${opposites[node.operator] as string} ${right}`,
    };
  }
  if (is(node, "LogicalExpression") && node.operator !== "??") {
    const [left, right] = [conditionOf(node.left, lowering), conditionOf(node.right, lowering)];
    const [and, or] = node.operator === "&&" ? ["&&", "||"] : ["||", "&&"];
    return {
      holds: code`(${left.holds} ${and as string} ${right.holds})`,
      fails: code`(${left.fails} ${or as string} ${right.fails})`,
    };
  }
  const whole = lowering.of(node);
  return { holds: code`(${whole})`, fails: code`!(${whole})` };
}
