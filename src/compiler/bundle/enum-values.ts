import type { Node } from "oxc-parser";
import type { AnyNode } from "../tree/nodes.ts";
import type { Binding } from "../tree/scopes.ts";
import { valuesOf } from "../tree/variables.ts";
import { type EnumDeclaration, memberName, type Space, type Spaces } from "./spaces.ts";

type Constant = string | number;

/** The values of enum members that are known before the code runs. */
export class EnumValues {
  readonly #spaces: Spaces;
  readonly #known = new Map<Space, Map<string, Constant>>();
  readonly #asked = new Set<Binding>();

  constructor(spaces: Spaces) {
    this.#spaces = spaces;
  }

  /** Evaluates the members of a declaration; undefined for those that the code has to evaluate. Earlier ones are evaluated first. */
  valuesOf({ body }: EnumDeclaration, space: Space): (Constant | undefined)[] {
    const known = this.#known.get(space) ?? new Map<string, Constant>();
    this.#known.set(space, known);
    let next: number | undefined = 0;
    return body.members.map((member) => {
      const value: Constant | undefined = member.initializer ? this.#constantOf(member.initializer) : next;
      if (value !== undefined) known.set(memberName(member), value);
      next = typeof value === "number" ? value + 1 : undefined;
      return value;
    });
  }

  #constantOf(node: Node): Constant | undefined {
    switch (node.type) {
      case "ParenthesizedExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
        return this.#constantOf(node.expression);
      case "Literal":
        return typeof node.value === "string" || typeof node.value === "number" ? node.value : undefined;
      case "Identifier":
        return this.#valueOfName(node);
      case "MemberExpression": {
        const space = this.#spaceOf(node.object);
        const key = node.computed
          ? this.#constantOf(node.property)
          : (node.property as { name?: string }).name;
        return space && key !== undefined ? this.#known.get(space)?.get(String(key)) : undefined;
      }
      case "TemplateLiteral": {
        const values = node.expressions.map((it) => this.#constantOf(it));
        if (values.includes(undefined)) return undefined;
        return node.quasis.map(({ value }, index) => `${value.cooked}${values[index] ?? ""}`).join("");
      }
      case "UnaryExpression": {
        const value = this.#constantOf(node.argument);
        return typeof value === "number" ? unary[node.operator]?.(value) : undefined;
      }
      case "BinaryExpression":
        return combined(node.operator, this.#constantOf(node.left), this.#constantOf(node.right));
      default:
        return undefined;
    }
  }

  #valueOfName(node: { readonly name: string }): Constant | undefined {
    if (node.name === "Infinity" || node.name === "NaN") return Number(node.name);
    const binding = this.#spaces.scopes.bindingOf(node as unknown as AnyNode);
    if (!binding) return undefined;
    const space = this.#spaces.spaceOfScope(binding.scope);
    if (binding.kind === "member" && space) return this.#known.get(space)?.get(binding.name);
    const [value, ...others] = valuesOf(binding);
    if (binding.kind !== "const" || !value || others.length > 0 || this.#asked.has(binding)) return undefined;
    this.#asked.add(binding);
    const constant = this.#constantOf(value as unknown as Node);
    this.#asked.delete(binding);
    return constant;
  }

  #spaceOf(node: Node): Space | undefined {
    if (node.type === "MemberExpression" && !node.computed) {
      return this.#spaceOf(node.object)?.children.get((node.property as { name: string }).name);
    }
    const binding =
      node.type === "Identifier" ? this.#spaces.scopes.bindingOf(node as unknown as AnyNode) : undefined;
    if (!binding) return undefined;
    if (binding.kind === "member")
      return this.#spaces.spaceOfScope(binding.scope)?.children.get(binding.name);
    return this.#spaces.spaceOfBinding(binding);
  }
}

const unary: { readonly [operator: string]: (value: number) => number } = {
  "+": (value) => value,
  "-": (value) => -value,
  "~": (value) => ~value,
};

const binary: { readonly [operator: string]: (left: number, right: number) => number } = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
  "**": (left, right) => left ** right,
  "<<": (left, right) => left << right,
  ">>": (left, right) => left >> right,
  ">>>": (left, right) => left >>> right,
  "&": (left, right) => left & right,
  "|": (left, right) => left | right,
  "^": (left, right) => left ^ right,
};

function combined(
  operator: string,
  left: Constant | undefined,
  right: Constant | undefined,
): Constant | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === "number" && typeof right === "number") return binary[operator]?.(left, right);
  return operator === "+" ? `${left}${right}` : undefined;
}

/** A value as it is written. */
export function shown(value: Constant | undefined): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
