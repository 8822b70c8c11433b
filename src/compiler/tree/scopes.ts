import { childrenOf } from "../../source/walk.ts";
import { type AnyFunction, type AnyNode, is, type NodeOf, type NodeType } from "./nodes.ts";
import {
  type Binding,
  type BindingKind,
  type Reference,
  Scope,
  type ScopeKind,
  type Scopes,
} from "./scope.ts";

/** The use of an identifier or a pattern. */
export type Role =
  | { readonly is: "read" }
  | { readonly is: "write"; readonly isRead?: boolean; readonly value?: AnyNode }
  | {
      readonly is: "declaration";
      readonly kind: BindingKind;
      readonly into: Scope;
      readonly write?: Reference["write"];
    };

const read: Role = { is: "read" };
const unknown = {};

export type VisitNames<Node = AnyNode> = (node: Node, scope: Scope, finder: ScopeFinder, role: Role) => void;

/** Finds the names in a node of each type. The children of other nodes are visited. */
export type NameVisitors = { readonly [Type in NodeType]?: VisitNames<NodeOf<Type>> };

/**
 * Finds what each name in a program stands for.
 *
 * @param more - for nodes that are not of JavaScript
 */
export function scopesOf(
  program: AnyNode,
  more: { readonly [type: string]: VisitNames<never> } = {},
): Scopes {
  const finder = new ScopeFinder(program, { ...visitors, ...more } as { [type: string]: VisitNames });
  finder.run();
  return finder.resolved();
}

interface ScopeTask {
  readonly node: AnyNode;
  readonly scope: Scope;
  readonly role: Role;
}

/** Walks through a program without recursion, and notes its scopes, names and references. */
export class ScopeFinder {
  readonly program: Scope;
  readonly #visitors: { readonly [type: string]: VisitNames };
  readonly #all: Scope[] = [];
  readonly #scopes = new Map<AnyNode, Scope>();
  readonly #bindings: Binding[] = [];
  readonly #references: Reference[] = [];
  readonly #waiting: ScopeTask[] = [];
  #found: ScopeTask[] = [];

  constructor(program: AnyNode, visitors: { readonly [type: string]: VisitNames }) {
    this.#visitors = visitors;
    this.program = this.open("program", program);
    this.#waiting.push({ node: program, scope: this.program, role: read });
  }

  run(): void {
    for (let task = this.#waiting.pop(); task; task = this.#waiting.pop()) {
      const { node, scope, role } = task;
      this.#found = [];
      const visit = this.#visitors[node.type];
      if (visit) visit(node, scope, this, role);
      else this.visitAll(childrenOf(node), scope);
      for (let index = this.#found.length - 1; index >= 0; index--)
        this.#waiting.push(this.#found[index] as ScopeTask);
    }
  }

  /** Visits a node after the one that is visited now. */
  visit(node: AnyNode | null | undefined, scope: Scope, role: Role = read): void {
    if (node) this.#found.push({ node, scope, role });
  }

  visitAll(nodes: readonly (AnyNode | null | undefined)[], scope: Scope, role: Role = read): void {
    for (const node of nodes) this.visit(node, scope, role);
  }

  open(kind: ScopeKind, node: AnyNode, parent?: Scope): Scope {
    const scope = new Scope(kind, node, parent);
    this.#all.push(scope);
    if (!this.#scopes.has(node)) this.#scopes.set(node, scope);
    return scope;
  }

  declare(name: string, kind: BindingKind, scope: Scope): Binding {
    const known = scope.bindings.get(name);
    if (known && known.kind !== "member") return known;
    const binding: Binding = { name, kind, scope, references: [] };
    scope.bindings.set(name, binding);
    this.#bindings.push(binding);
    return binding;
  }

  refer(reference: Reference): void {
    this.#references.push(reference);
  }

  /** Declares a name that is no pattern, and notes the place. */
  declareAt(node: NodeOf<"Identifier">, kind: BindingKind, { into, scope, value }: DeclaredAt): void {
    this.declare(node.name, kind, into);
    this.refer({ node, scope, isDeclaration: true, isRead: false, write: value ? { value } : unknown });
  }

  /** Finds the binding of each reference: not before all is declared, as a `var` is known above it, too. */
  resolved(): Scopes {
    const bindings = new Map<AnyNode, Binding>();
    const unresolved: Reference[] = [];
    for (const reference of this.#references) {
      const binding = reference.scope.resolve(reference.node.name);
      if (!binding) {
        unresolved.push(reference);
        continue;
      }
      // The parameter of a `catch` that is set again becomes a variable: JSHint marks one that is.
      if (binding.kind === "catch" && binding.references.length > 0 && reference.write) binding.kind = "let";
      binding.references.push(reference);
      bindings.set(reference.node, binding);
    }
    return {
      program: this.program,
      all: this.#all,
      bindings: this.#bindings,
      unresolved,
      bindingOf: (node) => bindings.get(node),
      scopeOf: (node) => this.#scopes.get(node),
    };
  }
}

interface DeclaredAt {
  readonly into: Scope;
  readonly scope: Scope;
  readonly value?: AnyNode;
}

const visitors: NameVisitors = {
  Identifier: (node, scope, finder, role) => {
    if (role.is === "declaration") {
      finder.declare(node.name, role.kind, role.into);
      finder.refer({
        node,
        scope,
        isDeclaration: true,
        isRead: false,
        ...(role.write && { write: role.write }),
      });
    } else if (role.is === "write") {
      const write = role.value ? { value: role.value } : unknown;
      finder.refer({ node, scope, isDeclaration: false, isRead: role.isRead ?? false, write });
    } else finder.refer({ node, scope, isDeclaration: false, isRead: true });
  },
  ObjectPattern: ({ properties }, scope, finder, role) => {
    for (const it of properties) {
      if (it.type === "RestElement") finder.visit(it.argument, scope, inPattern(role));
      else if (it.type === "Property") {
        if (it.computed) finder.visit(it.key, scope);
        finder.visit(it.value, scope, inPattern(role));
      }
    }
  },
  ArrayPattern: ({ elements }, scope, finder, role) => finder.visitAll(elements, scope, inPattern(role)),
  RestElement: ({ argument }, scope, finder, role) => finder.visit(argument, scope, inPattern(role)),
  AssignmentPattern: ({ left, right }, scope, finder, role) => {
    finder.visit(left, scope, inPattern(role));
    finder.visit(right, scope);
  },
  MemberExpression: ({ object, property, computed }, scope, finder) => {
    finder.visit(object, scope);
    if (computed) finder.visit(property, scope);
  },
  Property: ({ key, computed, value }, scope, finder) => {
    if (computed) finder.visit(key, scope);
    finder.visit(value, scope);
  },
  VariableDeclaration: (node, scope, finder) => declareVariables(node, { scope, into: scope }, finder),
  AssignmentExpression: ({ left, right, operator }, scope, finder) => {
    const write: Role = operator === "=" ? { is: "write", value: right } : { is: "write", isRead: true };
    finder.visit(left, scope, is(left, "Identifier") || operator === "=" ? write : read);
    finder.visit(right, scope);
  },
  UpdateExpression: ({ argument }, scope, finder) =>
    finder.visit(argument, scope, { is: "write", isRead: true }),
  FunctionDeclaration: (node, scope, finder) => {
    if (node.id) finder.declareAt(node.id, "function", { into: scope, scope, value: node });
    enterFunction(node, scope, finder);
  },
  FunctionExpression: (node, scope, finder) => {
    const { id } = node;
    if (!id) {
      enterFunction(node, scope, finder);
      return;
    }
    const self = finder.open("self", node, scope);
    finder.declareAt(id, "self", { into: self, scope: self, value: node });
    enterFunction(node, self, finder);
  },
  ArrowFunctionExpression: (node, scope, finder) => enterFunction(node, scope, finder),
  ClassDeclaration: (node, scope, finder) => {
    if (node.id) finder.declareAt(node.id, "class", { into: scope, scope, value: node });
    enterClass(node, scope, finder);
  },
  ClassExpression: (node, scope, finder) => enterClass(node, scope, finder),
  MethodDefinition: ({ key, computed, value }, scope, finder) => {
    if (computed) finder.visit(key, scope);
    finder.visit(value, scope);
  },
  PropertyDefinition: (node, scope, finder) => {
    if (node.computed) finder.visit(node.key, scope);
    if (node.value) finder.visit(node.value, finder.open("field", node, scope));
  },
  StaticBlock: (node, scope, finder) => finder.visitAll(node.body, finder.open("static block", node, scope)),
  BlockStatement: (node, scope, finder) => finder.visitAll(node.body, finder.open("block", node, scope)),
  SwitchStatement: (node, scope, finder) => {
    finder.visit(node.discriminant, scope);
    finder.visitAll(node.cases, finder.open("switch", node, scope));
  },
  CatchClause: (node, scope, finder) => {
    const inside = finder.open("catch", node, scope);
    const kind = is(node.param, "Identifier") ? "catch" : "let";
    finder.visit(node.param, inside, { is: "declaration", kind, into: inside, write: unknown });
    finder.visit(node.body, inside);
  },
  ForStatement: (node, outer, finder) => {
    const scope = finder.open("loop", node, outer);
    const { init, test, update, body } = node;
    const inside = init && finder.open("block", init, scope);
    if (inside && is(init, "VariableDeclaration"))
      declareVariables(init, { scope: inside, into: scope }, finder);
    else if (inside) finder.visit(init, inside);
    for (const part of [test, update]) if (part) finder.visit(part, finder.open("block", part, scope));
    enterBody(body, scope, finder);
  },
  WhileStatement: (node, outer, finder) => enterWhile(node, outer, finder),
  DoWhileStatement: (node, outer, finder) => enterWhile(node, outer, finder),
  ForInStatement: (node, scope, finder) => enterLoopOver(node, scope, finder),
  ForOfStatement: (node, scope, finder) => enterLoopOver(node, scope, finder),
  // JSHint takes what a label stands before for a block.
  LabeledStatement: (node, scope, finder) => finder.visit(node.body, finder.open("block", node, scope)),
  BreakStatement: () => {},
  ContinueStatement: () => {},
  MetaProperty: () => {},
  ImportDeclaration: ({ specifiers }, scope, finder) => {
    for (const { local } of specifiers) finder.declareAt(local, "import", { into: scope, scope });
  },
  ExportNamedDeclaration: ({ declaration, specifiers, source }, scope, finder) => {
    finder.visit(declaration, scope);
    if (!source) for (const { local } of specifiers) if (is(local, "Identifier")) finder.visit(local, scope);
  },
  ExportAllDeclaration: () => {},
};

/** The value of a part of a pattern is not known. */
function inPattern(role: Role): Role {
  if (role.is === "declaration")
    return { is: "declaration", kind: role.kind, into: role.into, write: unknown };
  return role.is === "write" ? { is: "write" } : role;
}

/** Declares the variables of a statement; in the head of a loop they belong to the loop. */
export function declareVariables(
  { declarations, kind }: NodeOf<"VariableDeclaration">,
  { scope, into: block, as }: { readonly scope: Scope; readonly into: Scope; readonly as?: BindingKind },
  finder: ScopeFinder,
): void {
  const into = kind === "var" && !as ? scope.varScope : block;
  const bindingKind = as ?? (kind === "var" || kind === "let" ? kind : "const");
  for (const { id, init } of declarations) {
    const write = init ? { write: is(id, "Identifier") ? { value: init } : unknown } : {};
    finder.visit(id, scope, { is: "declaration", kind: bindingKind, into, ...write });
    finder.visit(init, scope);
  }
}

function enterFunction(node: AnyFunction, outer: Scope, finder: ScopeFinder): void {
  const scope = finder.open("function", node, outer);
  for (const param of node.params) {
    finder.visit(param, scope, { is: "declaration", kind: "parameter", into: scope, write: unknown });
  }
  const { body } = node;
  const inside = hasEvaluatingParameters(node) ? finder.open("body", body, scope) : scope;
  if (is(body, "BlockStatement")) finder.visitAll(body.body, inside);
  else finder.visit(body, inside);
}

/** Tells whether the parameters of a function evaluate anything: defaults, or keys of patterns. */
export function hasEvaluatingParameters({ params }: AnyFunction): boolean {
  const evaluates = (node: AnyNode): boolean =>
    is(node, "AssignmentPattern") ||
    (is(node, "Property") && node.computed) ||
    (!is(node, "Identifier") && childrenOf(node).some(evaluates));
  return params.some(evaluates);
}

function enterClass(
  node: NodeOf<"ClassDeclaration" | "ClassExpression">,
  outer: Scope,
  finder: ScopeFinder,
): void {
  const scope = finder.open("class", node, outer);
  if (node.id) finder.declareAt(node.id, "class", { into: scope, scope, value: node });
  finder.visitAll([node.superClass, ...node.body.body], scope);
}

function enterLoopOver(
  node: NodeOf<"ForInStatement" | "ForOfStatement">,
  outer: Scope,
  finder: ScopeFinder,
): void {
  const scope = finder.open("loop", node, outer);
  const { left, right, body } = node;
  if (is(left, "VariableDeclaration")) {
    const into = left.kind === "var" ? scope.varScope : scope;
    const kind = left.kind === "var" || left.kind === "let" ? left.kind : "const";
    finder.visit(left.declarations[0]?.id, scope, { is: "declaration", kind, into, write: unknown });
  } else finder.visit(left, scope, { is: "write" });
  finder.visit(right, outer);
  enterBody(body, scope, finder);
}

function enterWhile(
  node: NodeOf<"WhileStatement" | "DoWhileStatement">,
  outer: Scope,
  finder: ScopeFinder,
): void {
  const scope = finder.open("loop", node, outer);
  const isFirst = node.type === "DoWhileStatement";
  if (isFirst) enterBody(node.body, scope, finder);
  finder.visit(node.test, scope);
  if (!isFirst) enterBody(node.body, scope, finder);
}

/** The body of a loop has a scope of its own, even where it is no block. */
function enterBody(body: AnyNode, scope: Scope, finder: ScopeFinder): void {
  if (is(body, "BlockStatement")) finder.visit(body, scope);
  else finder.visit(body, finder.open("block", body, scope));
}
