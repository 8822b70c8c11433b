import type { Engine } from "../../source/engine.ts";
import { forEachNode } from "../../source/walk.ts";
import { type AnyFunction, type AnyNode, is, isFunction, keyName, type NodeOf } from "../tree/nodes.ts";
import type { Binding, Scopes } from "../tree/scope.ts";
import { scopesOf } from "../tree/scopes.ts";
import { valuesOf } from "../tree/variables.ts";

/** The parents and the bindings of the nodes of zap.js. */
export class ProgramIndex {
  /** Each before those in it. */
  readonly nodes: readonly AnyNode[];
  readonly #parents = new Map<AnyNode, AnyNode>();
  readonly #scopes: Scopes;
  #givenProperties: ReadonlySet<string> | undefined;

  /** @param engine - where the program runs */
  constructor(
    program: AnyNode,
    readonly engine: Engine,
  ) {
    const nodes: AnyNode[] = [];
    forEachNode(program, (node, parent) => {
      nodes.push(node);
      if (parent) this.#parents.set(node, parent);
    });
    this.nodes = nodes;
    this.#scopes = scopesOf(program);
  }

  parentOf(node: AnyNode): AnyNode | undefined {
    return this.#parents.get(node);
  }

  /** The innermost node at an offset. */
  at(offset: number): AnyNode {
    return this.nodes.findLast(({ start, end }) => start <= offset && offset < end) as AnyNode;
  }

  /** The binding of an identifier; undefined for a global, and for the name of a property. */
  bindingOf(node: AnyNode): Binding | undefined {
    return is(node, "Identifier") ? this.#scopes.bindingOf(node) : undefined;
  }

  isGlobal(node: AnyNode): node is NodeOf<"Identifier"> {
    return is(node, "Identifier") && !this.#scopes.bindingOf(node) && !isName(node, this.parentOf(node));
  }

  /** Tells whether the program gives any object a property of a name: it may be a method of its own. */
  givesProperty(name: string): boolean {
    this.#givenProperties ??= new Set(this.nodes.flatMap((node) => givenProperty(node) ?? []));
    return this.#givenProperties.has(name);
  }

  /** The references that read a binding. */
  readsOf(binding: Binding): NodeOf<"Identifier">[] {
    return binding.references
      .filter(({ isDeclaration, write }) => !isDeclaration && !write)
      .map(({ node }) => node);
  }

  /** The only value of a variable, or of the CommonJS module that a call loads. */
  valueOf(node: AnyNode): AnyNode | undefined {
    const binding = this.bindingOf(is(node, "CallExpression") ? node.callee : node);
    if (!binding) return undefined;
    const values = valuesOf(binding);
    const [value] = values.length === 1 ? values : [];
    if (is(node, "Identifier") || !value) return value;
    const module = moduleIn(value);
    return module && this.#exportOf(module);
  }

  /** The binding by which alone a function is called: its own, or that of the module that it makes. */
  nameOf(called: AnyNode): Binding | undefined {
    if (is(called, "FunctionDeclaration") && called.id) return this.bindingOf(called.id);
    const object = this.#parentOf(this.#parentOf(called));
    const call = this.#parentOf(object);
    const isModule = call !== undefined && moduleIn(call) === called;
    const declarator = this.#parentOf(isModule ? call : called);
    if (!is(declarator, "VariableDeclarator")) return undefined;
    const binding = this.bindingOf(declarator.id);
    return binding && valuesOf(binding).length === 1 ? binding : undefined;
  }

  #parentOf(node: AnyNode | undefined): AnyNode | undefined {
    return node && this.#parents.get(node);
  }

  /** `module.exports = value`, where that stands once in a module of CommonJS. */
  #exportOf({ params }: AnyFunction): AnyNode | undefined {
    const binding = params[1] && this.bindingOf(params[1]);
    const exported = (binding ? this.readsOf(binding) : []).flatMap((node) => {
      const member = this.#parentOf(node);
      const assignment = this.#parentOf(member);
      return is(assignment, "AssignmentExpression") && assignment.left === member ? [assignment.right] : [];
    });
    return exported.length === 1 ? exported[0] : undefined;
  }
}

/** Tells whether an identifier is the name of a property or a label. */
function isName(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (is(parent, "MemberExpression")) return parent.property === node && !parent.computed;
  if (is(parent, "Property")) return parent.key === node && !parent.computed;
  return is(parent, "LabeledStatement", "BreakStatement", "ContinueStatement");
}

/** The function in `__commonJS({ "node_modules/a/index.js": function(exports, module) {…} })`, which esbuild writes. */
function moduleIn(node: AnyNode): AnyFunction | undefined {
  if (!is(node, "CallExpression") || !is(node.callee, "Identifier")) return undefined;
  const [files] = node.arguments;
  if (!/^__(commonJS|esm)\d*$/.test(node.callee.name) || !is(files, "ObjectExpression")) return undefined;
  const [file] = files.properties;
  return is(file, "Property") && isFunction(file.value) ? file.value : undefined;
}

/** The name of the property that an expression reads or sets: of `a.b` and `a["b"]` it is `b`. */
export function propertyOf(node: AnyNode): string | undefined {
  return is(node, "MemberExpression") ? keyName({ key: node.property, computed: node.computed }) : undefined;
}

/** The name of the property that a node gives to an object; a text can be the name of one. */
function givenProperty(node: AnyNode): string | undefined {
  const set = is(node, "AssignmentExpression") ? propertyOf(node.left) : undefined;
  return set ?? propertyKey(node) ?? stringOf(node);
}

/** The text that a literal is. */
export function stringOf(node: AnyNode): string | undefined {
  return is(node, "Literal") && typeof node.value === "string" ? node.value : undefined;
}

/** The name of a property of an object: of `{ a: 1 }` and `{ "a": 1 }` it is `a`. */
export function propertyKey(node: AnyNode): string | undefined {
  return is(node, "Property") ? keyName(node) : undefined;
}
