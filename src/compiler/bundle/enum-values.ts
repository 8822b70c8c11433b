import type { Node } from "oxc-parser";
import type { AnyNode } from "../tree/nodes.ts";
import type { Binding } from "../tree/scope.ts";
import { valuesOf } from "../tree/variables.ts";
import { type EnumDeclaration, memberName, type Space, type Spaces } from "./spaces.ts";

type Constant = string | number;

/** The values of enum members that are known before the code runs. */
export class EnumValues {
  readonly #spaces: Spaces;
  readonly #known = new Map<Space, Map<string, Constant>>();
  readonly #asked = new Set<Node>();
  /** The values of constants, each by the expression that gives it. */
  readonly #constants = new Map<Node, Constant>();

  constructor(spaces: Spaces) {
    this.#spaces = spaces;
    // In the order of the text: each needs only those above, however long the chain is.
    for (const binding of spaces.scopes.bindings) this.#valueOfBinding(binding);
  }

  /** Evaluates the members of a declaration; undefined for those that the code has to evaluate. Earlier ones are evaluated first. */
  valuesOf({ body }: EnumDeclaration, space: Space): (Constant | undefined)[] {
    const known = this.#known.get(space) ?? new Map<string, Constant>();
    this.#known.set(space, known);
    let next: number | undefined = 0;
    return body.members.map((member) => {
      const { initializer } = member;
      const constant: Constant | undefined = initializer ? this.#constantOf(initializer) : next;
      // TypeScript takes `"a" as any` for no text, and sets its reverse, too.
      const isAsserted = initializer !== null && /^TS/.test(initializer.type) && typeof constant === "string";
      const value = isAsserted ? undefined : constant;
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
        return space && key !== undefined ? this.#valueIn(space, String(key)) : undefined;
      }
      case "TemplateLiteral": {
        const values: Constant[] = [];
        for (const it of node.expressions) {
          const value = this.#constantOf(it);
          if (value === undefined) return undefined;
          values.push(value);
        }
        return node.quasis.map(({ value }, index) => `${value.cooked}${values[index] ?? ""}`).join("");
      }
      case "UnaryExpression": {
        const value = this.#constantOf(node.argument);
        return typeof value === "number" ? unary[node.operator]?.(value) : undefined;
      }
      case "BinaryExpression": {
        const left = this.#constantOf(node.left);
        return left === undefined ? undefined : combined(node.operator, left, this.#constantOf(node.right));
      }
      default:
        return undefined;
    }
  }

  #valueOfName(node: { readonly name: string }): Constant | undefined {
    if (node.name === "Infinity" || node.name === "NaN") return Number(node.name);
    const binding = this.#spaces.scopes.bindingOf(node as unknown as AnyNode);
    if (!binding) return undefined;
    const space = this.#spaces.spaceOfScope(binding.scope);
    if (binding.kind === "member" && space) return this.#valueIn(space, binding.name);
    return this.#valueOfBinding(binding);
  }

  #valueOfBinding(binding: Binding): Constant | undefined {
    if (binding.kind !== "const") return undefined;
    const [value, ...others] = valuesOf(binding);
    return value && others.length === 0 ? this.#valueOnce(value as unknown as Node) : undefined;
  }

  /** The value of a member of an enum, or of a constant that a namespace exports. */
  #valueIn(space: Space, name: string): Constant | undefined {
    const constant = space.constants.get(name);
    return this.#known.get(space)?.get(name) ?? (constant && this.#valueOnce(constant));
  }

  /** The value of a variable, unless that depends on itself. */
  #valueOnce(value: Node): Constant | undefined {
    const known = this.#constants.get(value);
    if (known !== undefined || this.#asked.has(value)) return known;
    this.#asked.add(value);
    const constant = this.#constantOf(value);
    this.#asked.delete(value);
    if (constant !== undefined) this.#constants.set(value, constant);
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

function combined(operator: string, left: Constant, right: Constant | undefined): Constant | undefined {
  if (right === undefined) return undefined;
  if (typeof left === "number" && typeof right === "number") return binary[operator]?.(left, right);
  return operator === "+" ? `${left}${right}` : undefined;
}

/** A value as it is written. */
export function enumValueText(value: Constant | undefined): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
