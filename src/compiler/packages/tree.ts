import type { AnyNode, Function as FunctionNode, Identifier, Node, ObjectExpression, Program } from "acorn";
import { partsOf } from "../finishing/parts-of.ts";
import { type Place, type Scopes, scopesOf, type Variable } from "../finishing/scopes.ts";

/** The bundle, with what stands around each node and what its variables hold. */
export class Tree {
  /** Each before what stands in it. */
  readonly nodes: readonly AnyNode[];
  readonly #around = new Map<Node, AnyNode>();
  readonly #variables: Scopes["at"];

  constructor(program: Program) {
    const nodes: AnyNode[] = [];
    const visit = (node: AnyNode) => {
      nodes.push(node);
      for (const part of partsOf(node)) {
        this.#around.set(part, node);
        visit(part);
      }
    };
    visit(program);
    this.nodes = nodes;
    this.#variables = scopesOf(program).at;
  }

  /** What a node stands in. */
  around(node: Node): AnyNode | undefined {
    return this.#around.get(node);
  }

  /** The innermost node at an offset. */
  at(offset: number): AnyNode {
    return this.nodes.findLast(({ start, end }) => start <= offset && offset < end) as AnyNode;
  }

  /** The variable that an identifier stands for; nothing where it is a global. */
  variableOf(node: Node): Variable | undefined {
    return node.type === "Identifier" ? this.#variables.get(node as Identifier) : undefined;
  }

  isGlobal(node: Node): node is Identifier {
    return node.type === "Identifier" && !this.#variables.has(node);
  }

  /** The places where a variable is used, and not set. */
  usesOf(variable: Variable): Identifier[] {
    return variable.places.filter((place) => !isSet(place)).map(({ node }) => node);
  }

  /** What a variable, or a module that is loaded there, is, where it can be one thing only. */
  valueOf(node: Node): Node | undefined {
    const variable = this.variableOf(node.type === "CallExpression" ? calleeOf(node) : node);
    if (!variable) return undefined;
    const [value] = variable.values.length === 1 ? variable.values : [];
    if (node.type === "Identifier" || !value) return value;
    const module = moduleIn(value);
    return module && this.#exportOf(module);
  }

  /** The variable by which alone a function is called: its own, or that of the module that it makes. */
  nameOf(called: Node): Variable | undefined {
    const { id } = called as FunctionNode;
    if (called.type === "FunctionDeclaration" && id) return this.variableOf(id);
    const object = this.#around.get(this.#around.get(called) as Node);
    const call = object && this.#around.get(object);
    const isModule = call !== undefined && moduleIn(call) === called;
    const declarator = this.#around.get(isModule ? call : called);
    if (declarator?.type !== "VariableDeclarator") return undefined;
    const variable = this.variableOf(declarator.id);
    return variable?.values.length === 1 ? variable : undefined;
  }

  /** `module.exports = value`, where that stands once in a module of CommonJS. */
  #exportOf({ params }: FunctionNode): Node | undefined {
    const variable = params[1] && this.variableOf(params[1]);
    const exported = (variable ? this.usesOf(variable) : []).flatMap((node) => {
      const member = this.#around.get(node) as Node;
      const assignment = this.#around.get(member);
      const isSet = assignment?.type === "AssignmentExpression" && assignment.left === member;
      return isSet ? [assignment.right] : [];
    });
    return exported.length === 1 ? exported[0] : undefined;
  }
}

/** The function in `__commonJS({ "node_modules/a/index.js": function(exports, module) {…} })`, which the bundler writes. */
function moduleIn(node: Node): FunctionNode | undefined {
  if (node.type !== "CallExpression") return undefined;
  const { name } = calleeOf(node) as Partial<Identifier>;
  const [files] = (node as Node & { arguments: Node[] }).arguments;
  if (!/^__(commonJS|esm)\d*$/.test(name ?? "") || files?.type !== "ObjectExpression") return undefined;
  const [file] = (files as ObjectExpression).properties;
  return file?.type === "Property" && isFunction(file.value) ? file.value : undefined;
}

/** Whether a variable is declared or gets a value at a place. */
function isSet({ node, parent }: Place): boolean {
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.id === node;
    case "AssignmentExpression":
    case "ForInStatement":
      return parent.left === node;
    default:
      return isFunction(parent) || parent.type === "UpdateExpression" || parent.type === "CatchClause";
  }
}

function calleeOf(node: Node): Node {
  return (node as Node & { callee: Node }).callee;
}

/** Whether a node of the bundle is a function. */
export function isFunction(node: Node): node is FunctionNode {
  return node.type === "FunctionDeclaration" || node.type === "FunctionExpression";
}

/** The name of the property that an expression reads or sets: of `a.b` and `a["b"]` it is `b`. */
export function propertyOf(node: AnyNode): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  if (!node.computed) return (node.property as Identifier).name;
  const { value } = node.property as { value?: unknown };
  return typeof value === "string" ? value : undefined;
}

/** The name of a property of an object: of `{ a: 1 }` and `{ "a": 1 }` it is `a`. */
export function keyOf(node: AnyNode): string | undefined {
  if (node.type !== "Property") return undefined;
  return node.key.type === "Identifier" ? node.key.name : String((node.key as { value?: unknown }).value);
}
