import type { Node } from "oxc-parser";
import { is, unwrapped } from "./syntax.ts";

type Constant = string | number;

const binary: { readonly [operator: string]: (left: never, right: never) => Constant } = {
  "+": (left: number, right: number) => left + right,
  "-": (left: number, right: number) => left - right,
  "*": (left: number, right: number) => left * right,
  "/": (left: number, right: number) => left / right,
  "%": (left: number, right: number) => left % right,
  "**": (left: number, right: number) => left ** right,
  "<<": (left: number, right: number) => left << right,
  ">>": (left: number, right: number) => left >> right,
  ">>>": (left: number, right: number) => left >>> right,
  "&": (left: number, right: number) => left & right,
  "|": (left: number, right: number) => left | right,
  "^": (left: number, right: number) => left ^ right,
};

const unary: { readonly [operator: string]: (value: number) => number } = {
  "+": (value) => value,
  "-": (value) => -value,
  "~": (value) => ~value,
};

/** What an enum's member is set to, where that is known while it is compiled. `known` are the members before it. */
export function constantOf(
  given: Node,
  known: ReadonlyMap<string, Constant>,
  enumName: string,
): Constant | undefined {
  const of = (it: Node) => constantOf(it, known, enumName);
  const node = unwrapped(given);
  if (is(node, "Literal")) {
    return typeof node.value === "string" || typeof node.value === "number" ? node.value : undefined;
  }
  if (is(node, "Identifier")) return known.get(node.name);
  if (is(node, "MemberExpression")) {
    const isOfEnum = is(node.object, "Identifier") && node.object.name === enumName;
    if (!isOfEnum) return undefined;
    const key = is(node.property, "Literal")
      ? node.property.value
      : (node.property as { name?: string }).name;
    return known.get(String(key));
  }
  if (is(node, "TemplateLiteral")) return textOf(node.quasis, node.expressions.map(of));
  if (is(node, "UnaryExpression")) {
    const value = of(node.argument);
    return typeof value === "number" ? unary[node.operator]?.(value) : undefined;
  }
  if (!is(node, "BinaryExpression")) return undefined;
  const [left, right] = [of(node.left), of(node.right)];
  if (left === undefined || right === undefined) return undefined;
  const areNumbers = typeof left === "number" && typeof right === "number";
  return areNumbers || node.operator === "+"
    ? binary[node.operator]?.(left as never, right as never)
    : undefined;
}

function textOf(
  quasis: readonly { readonly value: { readonly cooked: string | null } }[],
  values: readonly (Constant | undefined)[],
): string | undefined {
  if (values.includes(undefined)) return undefined;
  return quasis.map(({ value }, index) => `${value.cooked}${values[index] ?? ""}`).join("");
}
