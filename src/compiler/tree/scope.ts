import { type AnyNode, isLoop, type Loop, type NodeOf } from "./nodes.ts";

/** The kind of a part of a program in which names are declared. */
export type ScopeKind =
  | "program"
  /** The parameters of a function, and its body unless that has a scope of its own. */
  | "function"
  /** The body of a function whose parameters evaluate something: they do not see what it declares. */
  | "body"
  /** The name of a function expression, which the function may hide. */
  | "self"
  /** A field of a class, which is evaluated when an object is made. */
  | "field"
  | "static block"
  | "class"
  | "block"
  | "loop"
  | "switch"
  | "catch"
  | "namespace";

/** `member`: a property of an enum or a namespace that its code names as if it were a variable. */
export type BindingKind =
  | "var"
  | "let"
  | "const"
  | "function"
  | "class"
  | "parameter"
  | "catch"
  | "import"
  | "self"
  | "member";

/** A part of a program in which names are declared. */
export class Scope {
  readonly kind: ScopeKind;
  readonly node: AnyNode;
  readonly parent: Scope | undefined;
  /** The scope that the `var`s in this one belong to. */
  readonly varScope: Scope;
  /** The scope of the function, field, static block or namespace that this one is a part of. */
  readonly functionScope: Scope;
  /** The innermost loop of the same function around what is declared here. */
  readonly loop: Loop | undefined;
  readonly bindings = new Map<string, Binding>();

  constructor(kind: ScopeKind, node: AnyNode, parent?: Scope) {
    const isFunction = !parent || /^(program|function|field|static block|namespace)$/.test(kind);
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    this.functionScope = isFunction ? this : parent.functionScope;
    this.varScope = isFunction || kind === "body" ? this : parent.varScope;
    this.loop = isLoop(node) ? node : isFunction ? undefined : parent.loop;
  }

  /** The binding that a name stands for where it is used in this scope. */
  resolve(name: string): Binding | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding) return binding;
    }
    return undefined;
  }
}

/** A name that a program declares. */
export interface Binding {
  readonly name: string;
  kind: BindingKind;
  readonly scope: Scope;
  /** Everywhere it is named, its declarations too, in the order of the text. */
  readonly references: Reference[];
}

/** One place where a name stands. */
export interface Reference {
  readonly node: NodeOf<"Identifier">;
  readonly scope: Scope;
  /** True if the place declares the name, with a value or without. */
  readonly isDeclaration: boolean;
  readonly isRead: boolean;
  /** The value that the name gets there; absent where none is set. The inner value is absent where it is not known. */
  readonly write?: { readonly value?: AnyNode };
}

/** The names of a program. */
export interface Scopes {
  readonly program: Scope;
  readonly all: readonly Scope[];
  readonly bindings: readonly Binding[];
  /** The places of names that the program does not declare. */
  readonly unresolved: readonly Reference[];
  readonly bindingOf: (node: AnyNode) => Binding | undefined;
  /** The scope that a node opens: of a class or a function expression with a name, the outermost of several. */
  readonly scopeOf: (node: AnyNode) => Scope | undefined;
}
