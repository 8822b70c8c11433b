import type { AnyNode, IfStatement, Node, Statement } from "acorn";
import { full } from "acorn-walk";
import { isFunction, keyOf, propertyOf, type Tree } from "./tree.ts";
import { truthOf } from "./values.ts";

// What ES5 itself reads or calls.
const readByEs5 = "get set value toString toLocaleString toJSON valueOf constructor".split(" ");
// How many of the variables and functions that a test names are looked into.
const MOST_VALUES = 20;

/** Tells what a program can reach where there is nothing but ES5 and the platform. */
export class Reached {
  readonly #tree: Tree;
  /** The names of all properties that are read, as far as they are known. */
  readonly #read: ReadonlySet<string>;
  readonly #askedIn = new Map<Node, Set<string>>();

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#read = new Set([...readByEs5, ...tree.nodes.flatMap((node) => this.#nameRead(node) ?? [])]);
  }

  /**
   * Whether a node runs, and nothing around it asks first for what it needs.
   *
   * @param asked - the names of that: `if (Object.assign) …` asks for `assign`
   */
  has(node: Node, asked: readonly string[]): boolean {
    return this.#reaches(node, asked, new Set());
  }

  #reaches(node: Node, asked: readonly string[], seen: Set<Node>): boolean {
    let child = node as AnyNode;
    for (let parent = this.#tree.around(child); parent; parent = this.#tree.around(child)) {
      if (this.#isSpared(child, parent, asked) || this.#isNeverRead(child, parent)) return false;
      if (isFunction(parent)) {
        if (seen.has(parent)) return false;
        seen.add(parent);
        const name = this.#tree.nameOf(parent);
        if (name) return this.#tree.usesOf(name).some((use) => this.#reaches(use, asked, seen));
      }
      child = parent;
    }
    return true;
  }

  /** Whether a part of a node runs never, or only where something is there. */
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
      case "TryStatement":
        return child === parent.block && parent.handler !== null && parent.handler !== undefined;
      case "BlockStatement":
      case "Program":
        return this.#isAfterExit(child, parent.body as Statement[], asked);
      case "SwitchCase":
        return this.#isAfterExit(child, parent.consequent, asked);
      default:
        return false;
    }
  }

  /** `if (!text.padStart) return …;` before it. */
  #isAfterExit(child: AnyNode, body: readonly Statement[], asked: readonly string[]): boolean {
    if (child.type === "FunctionDeclaration") return false;
    const before = body.slice(0, body.indexOf(child as Statement));
    return before.some((it) => isExit(it) && this.#isSparedBy(it.test, false, asked));
  }

  /** Whether a test keeps something from running that runs where it gives `when`. */
  #isSparedBy(test: Node, when: boolean, asked: readonly string[]): boolean {
    const truth = truthOf(test, this.#tree);
    return truth === undefined ? this.#asksFor(test, asked) : truth !== when;
  }

  /** `exports.name = function () {…}`, where nothing reads a `name`. */
  #isNeverRead(child: AnyNode, parent: AnyNode): boolean {
    if (!isFunction(child) && !this.#tree.variableOf(child)) return false;
    const isSet = parent.type === "AssignmentExpression" && parent.operator === "=" && child === parent.right;
    const name = isSet ? propertyOf(parent.left as AnyNode) : undefined;
    const isPart = parent.type === "Property" && child === parent.value && !this.#tree.nameOf(child);
    const written = isPart ? keyOf(parent) : name;
    return written !== undefined && written !== "exports" && !this.#read.has(written);
  }

  #nameRead(node: AnyNode): string | undefined {
    if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
    const parent = this.#tree.around(node);
    const isSet = parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === node;
    return isSet ? undefined : propertyOf(node);
  }

  #asksFor(test: Node, asked: readonly string[]): boolean {
    let names = this.#askedIn.get(test);
    if (!names) {
      names = new Set();
      this.#collect(test, names, new Set());
      this.#askedIn.set(test, names);
    }
    return asked.some((name) => names.has(name));
  }

  /** The names of what a test, or a variable or a function in it, names without using it. */
  #collect(test: Node, names: Set<string>, seen: Set<Node>): void {
    if (seen.has(test) || seen.size > MOST_VALUES) return;
    seen.add(test);
    full(test, (node) => {
      const name = this.#nameAsked(node as AnyNode);
      const value = this.#tree.valueOf(node);
      if (name !== undefined) names.add(name);
      if (value) this.#collect(value, names, seen);
    });
  }

  #nameAsked(node: AnyNode): string | undefined {
    const parent = this.#tree.around(node);
    const isCalled = parent !== undefined && "callee" in parent && parent.callee === node;
    if (isCalled) return undefined;
    if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
    if (!this.#tree.isGlobal(node)) return propertyOf(node);
    return parent?.type === "MemberExpression" && parent.object === node ? undefined : node.name;
  }
}

function isExit(node: Statement): node is IfStatement {
  if (node.type !== "IfStatement" || node.alternate) return false;
  return ["ReturnStatement", "BreakStatement", "ContinueStatement"].some((type) =>
    endsWith(type, node.consequent),
  );
}

function endsWith(type: string, node: Node): boolean {
  if (node.type !== "BlockStatement") return node.type === type;
  return (node as Node & { body: Node[] }).body.at(-1)?.type === type;
}
