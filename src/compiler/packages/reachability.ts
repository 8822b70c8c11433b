import { forEachNode } from "../../source/walk.ts";
import { type AnyNode, is, isFunction, type NodeOf, type NodeType } from "../tree/nodes.ts";
import { truthOf } from "./known-values.ts";
import { type ProgramIndex, propertyKey, propertyOf } from "./program-index.ts";

// The properties that ES5 itself reads or calls.
const readByEs5 = "get set value toString toLocaleString toJSON valueOf constructor".split(" ");
// The number of variables and functions in a test that are looked into.
const MOST_VALUES = 20;

/** Determines which nodes of a program run where there is nothing but ES5 and the platform. */
export class Reachability {
  readonly #index: ProgramIndex;
  /** The names of all properties that are read, as far as they are known. */
  readonly #read: ReadonlySet<string>;
  readonly #askedIn = new Map<AnyNode, Set<string>>();

  /** @param methods - the names of the methods, which the platform reads */
  constructor(index: ProgramIndex, methods: readonly string[]) {
    this.#index = index;
    this.#read = new Set([
      ...readByEs5,
      ...methods,
      ...index.nodes.flatMap((node) => this.#nameRead(node) ?? []),
    ]);
  }

  /**
   * Tells whether a node runs, and nothing around it asks first for what it needs.
   *
   * @param asked - the names of that: `if (Object.assign) …` asks for `assign`
   */
  has(node: AnyNode, asked: readonly string[]): boolean {
    return this.#reaches(node, asked, new Set());
  }

  #reaches(node: AnyNode, asked: readonly string[], seen: Set<AnyNode>): boolean {
    let child = node;
    for (let parent = this.#index.parentOf(child); parent; parent = this.#index.parentOf(child)) {
      if (this.#isSpared(child, parent, asked) || this.#isNeverRead(child, parent)) return false;
      if (isFunction(parent)) {
        if (seen.has(parent)) return false;
        seen.add(parent);
        const name = this.#index.nameOf(parent);
        if (name) return this.#index.readsOf(name).some((use) => this.#reaches(use, asked, seen));
      }
      child = parent;
    }
    return true;
  }

  /** Tells whether a part of a node runs never, or only where something is there. */
  #isSpared(child: AnyNode, parent: AnyNode, asked: readonly string[]): boolean {
    switch (parent.type) {
      case "IfStatement":
      case "ConditionalExpression": {
        const isYes = child === parent.consequent;
        const other = isYes ? parent.alternate : parent.consequent;
        if (child === parent.test || (other && endsWith("ThrowStatement", other))) return false;
        return this.#isSparedBy(parent.test, isYes, asked);
      }
      case "LogicalExpression":
        return child === parent.right && this.#isSparedBy(parent.left, parent.operator === "&&", asked);
      case "MemberExpression":
        // `(async function () {}).constructor`
        return child === parent.object && isFunction(child) && propertyOf(parent) === "constructor";
      case "TryStatement":
        return child === parent.block && parent.handler !== null && parent.handler !== undefined;
      case "BlockStatement":
      case "Program":
        return this.#isAfterExit(child, parent.body, asked);
      case "SwitchCase":
        return this.#isAfterExit(child, parent.consequent, asked);
      default:
        return false;
    }
  }

  /** `if (!text.padStart) return …;` before it. */
  #isAfterExit(child: AnyNode, body: readonly AnyNode[], asked: readonly string[]): boolean {
    if (child.type === "FunctionDeclaration") return false;
    const before = body.slice(0, body.indexOf(child));
    return before.some((it) => isExit(it) && this.#isSparedBy(it.test, false, asked));
  }

  /** Tells whether a test keeps something from running that runs where it gives `when`. */
  #isSparedBy(test: AnyNode, when: boolean, asked: readonly string[]): boolean {
    const truth = truthOf(test, this.#index);
    return truth === undefined ? this.#asksFor(test, asked) : truth !== when;
  }

  /** `exports.name = function () {…}`, where nothing reads a `name`. */
  #isNeverRead(child: AnyNode, parent: AnyNode): boolean {
    if (!isFunction(child) && !this.#index.bindingOf(child)) return false;
    const isSet = parent.type === "AssignmentExpression" && parent.operator === "=" && child === parent.right;
    const name = isSet ? propertyOf(parent.left) : undefined;
    const isPart = parent.type === "Property" && child === parent.value && !this.#index.nameOf(child);
    const written = isPart ? propertyKey(parent) : name;
    return written !== undefined && written !== "exports" && !this.#read.has(written);
  }

  #nameRead(node: AnyNode): string | undefined {
    if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
    const parent = this.#index.parentOf(node);
    const isSet = parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === node;
    return isSet ? undefined : propertyOf(node);
  }

  #asksFor(test: AnyNode, asked: readonly string[]): boolean {
    let names = this.#askedIn.get(test);
    if (!names) {
      names = new Set();
      this.#collect(test, names, new Set());
      this.#askedIn.set(test, names);
    }
    return asked.some((name) => names.has(name));
  }

  /** The names that a test, or a variable or a function in it, mentions without using them. */
  #collect(test: AnyNode, names: Set<string>, seen: Set<AnyNode>): void {
    if (seen.has(test) || seen.size > MOST_VALUES) return;
    seen.add(test);
    forEachNode(test, (node) => {
      const name = this.#nameAsked(node);
      const value = this.#index.valueOf(node);
      if (name !== undefined) names.add(name);
      if (value) this.#collect(value, names, seen);
    });
  }

  #nameAsked(node: AnyNode): string | undefined {
    const parent = this.#index.parentOf(node);
    const isCalled = parent !== undefined && "callee" in parent && parent.callee === node;
    if (isCalled) return undefined;
    if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
    if (!this.#index.isGlobal(node)) return propertyOf(node);
    return parent?.type === "MemberExpression" && parent.object === node ? undefined : node.name;
  }
}

function isExit(node: AnyNode): node is NodeOf<"IfStatement"> {
  if (!is(node, "IfStatement") || node.alternate) return false;
  return exits.some((type) => endsWith(type, node.consequent));
}

const exits = ["ReturnStatement", "BreakStatement", "ContinueStatement"] as const;

function endsWith(type: NodeType, node: AnyNode): boolean {
  return is(node, "BlockStatement") ? node.body.at(-1)?.type === type : node.type === type;
}
