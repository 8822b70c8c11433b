import type { Node } from "oxc-parser";
import type { AnyNode } from "../tree/nodes.ts";
import type { Binding } from "../tree/scope.ts";
import { valuesOf } from "../tree/variables.ts";
import { type EnumDeclaration, memberName, type Space, type Spaces } from "./spaces.ts";

type Constant = string | number;

/** A text by its form that only the code can evaluate, as `${read()}!`: TypeScript gives such a member no reverse. */
export const unknownText = Symbol("unknown text");

/** The value of an enum's member; undefined where nothing is known of it. */
export type EnumValue = Constant | typeof unknownText | undefined;

/** The values of enum members that TypeScript knows before the code runs. */
export class EnumValues {
  readonly #spaces: Spaces;
  readonly #known = new Map<Space, Map<string, EnumValue>>();
  /** The expressions that gave no value so far. */
  readonly #asked = new Set<Node>();
  /** The values of constants, each by the expression that gives it. */
  readonly #constants = new Map<Node, EnumValue>();

  constructor(spaces: Spaces) {
    this.#spaces = spaces;
    // In the order of the text: each needs only those above, however long the chain is.
    for (const binding of spaces.scopes.bindings) this.#valueOfBinding(binding);
  }

  /** Evaluates the members of a declaration. Earlier ones are evaluated first. */
  valuesOf({ body }: EnumDeclaration, space: Space): EnumValue[] {
    const known = this.#known.get(space) ?? new Map<string, EnumValue>();
    this.#known.set(space, known);
    let next: number | undefined = 0;
    return body.members.map((member) => {
      const { initializer } = member;
      const value: EnumValue = initializer ? this.#constantOf(initializer) : next;
      if (value !== undefined) {
        known.set(memberName(member), value);
        // They may have one now.
        this.#asked.clear();
      }
      next = typeof value === "number" ? value + 1 : undefined;
      return value;
    });
  }

  /** TypeScript looks into no assertion: it takes `"a" as any` for no text. */
  #constantOf(node: Node): EnumValue {
    switch (node.type) {
      case "ParenthesizedExpression":
        return this.#constantOf(node.expression);
      case "Literal":
        return typeof node.value === "string" || typeof node.value === "number" ? node.value : undefined;
      case "Identifier":
        return this.#valueOfName(node);
      case "MemberExpression": {
        const space = this.#spaceOf(node.object);
        const key = node.computed ? writtenText(node.property) : (node.property as { name?: string }).name;
        if (!space || key === undefined) return undefined;
        return !node.computed || space.enumMembers.has(key) ? this.#valueIn(space, key) : undefined;
      }
      case "TemplateLiteral": {
        const values: Constant[] = [];
        for (const it of node.expressions) {
          const value = this.#constantOf(it);
          if (!isConstant(value)) return unknownText;
          values.push(value);
        }
        return node.quasis.map(({ value }, index) => `${value.cooked}${values[index] ?? ""}`).join("");
      }
      case "UnaryExpression": {
        const value = this.#constantOf(node.argument);
        return typeof value === "number" ? unary[node.operator]?.(value) : undefined;
      }
      case "BinaryExpression": {
        return combined(node.operator, this.#constantOf(node.left), this.#constantOf(node.right));
      }
      default:
        return undefined;
    }
  }

  #valueOfName(node: { readonly name: string }): EnumValue {
    const binding = this.#spaces.scopes.bindingOf(node as unknown as AnyNode);
    if (!binding) return /^(?:Infinity|NaN)$/.test(node.name) ? Number(node.name) : undefined;
    const space = this.#spaces.spaceOfScope(binding.scope);
    if (binding.kind === "member" && space) return this.#valueIn(space, binding.name);
    return this.#valueOfBinding(binding);
  }

  /** TypeScript asks no constant for its value that has a type of its own. */
  #valueOfBinding(binding: Binding): EnumValue {
    if (binding.kind !== "const" || isTyped(binding)) return undefined;
    const [value, ...others] = valuesOf(binding);
    return value && others.length === 0 ? this.#valueOnce(value as unknown as Node) : undefined;
  }

  /** The value of a member of an enum, or of a constant that a namespace exports. */
  #valueIn(space: Space, name: string): EnumValue {
    const constant = space.constants.get(name);
    return this.#known.get(space)?.get(name) ?? (constant && this.#valueOnce(constant));
  }

  /** The value of a variable, unless that depends on itself. */
  #valueOnce(value: Node): EnumValue {
    const known = this.#constants.get(value);
    if (known !== undefined || this.#asked.has(value)) return known;
    this.#asked.add(value);
    const constant = this.#constantOf(value);
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

function isTyped({ references }: Binding): boolean {
  return references.some(({ node }) => "typeAnnotation" in node && node.typeAnnotation);
}

/** The text of `"a"` or a template without values. */
function writtenText(node: Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  return node.type === "TemplateLiteral" && node.expressions.length === 0
    ? (node.quasis[0]?.value.cooked ?? undefined)
    : undefined;
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

function combined(operator: string, left: EnumValue, right: EnumValue): EnumValue {
  if (typeof left === "number" && typeof right === "number") return binary[operator]?.(left, right);
  if (operator !== "+") return undefined;
  if (isConstant(left) && isConstant(right)) return `${left}${right}`;
  return isText(left) || isText(right) ? unknownText : undefined;
}

export function isConstant(value: EnumValue): value is Constant {
  return typeof value === "string" || typeof value === "number";
}

/** Tells whether TypeScript takes a value for a text. */
export function isText(value: EnumValue): boolean {
  return typeof value === "string" || value === unknownText;
}

/** A value as it is written. */
export function enumValueText(value: Constant): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
