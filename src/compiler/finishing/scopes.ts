import type { AnyNode, Function as FunctionNode, Identifier, Node, Program, VariableDeclarator } from "acorn";
import type { Elsewhere } from "./elsewhere.ts";
import { functionOf, inScope, mention } from "./in-scope.ts";
import { partsOf } from "./parts-of.ts";

/** The file, a function, or what a `catch` is for. */
export interface Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly variables: Map<string, Variable>;
  /** The names of all variables that stand in it, at any depth. */
  readonly names: Set<string>;
}

/** A variable, a function, a parameter or an import. */
export interface Variable {
  /** As it will be called. */
  name: string;
  readonly scope: Scope;
  /** Everywhere it stands, its declaration too. */
  readonly places: Place[];
  /** All that it gets; `undefined` where that is not known: of a parameter, an import, `count++`, `for (var key in object)`. */
  readonly values: (Node | undefined)[];
  /** Whether it is declared without a value, so that it is undefined for a while. */
  isLate: boolean;
  /** What is known of it, where another file declares it. */
  readonly elsewhere?: Elsewhere;
}

/** One place where a variable stands. */
export interface Place {
  readonly node: Identifier;
  readonly scope: Scope;
  /** The node that it is a part of. */
  readonly parent: AnyNode;
}

/** The variables of a program. */
export interface Scopes {
  readonly program: Scope;
  readonly all: readonly Scope[];
  /** The scope that the file, a function or a `catch` opens. */
  readonly of: ReadonlyMap<Node, Scope>;
  /** The variable that an identifier stands for; nothing for what the engine or the platform gives, or `arguments`. */
  readonly at: Map<Node, Variable>;
}

/**
 * Finds the variables of a program in ES5, but for its `import` and `export`.
 *
 * @param elsewhere - tells of a name that the file does not declare what it is; nothing of what the engine or the platform gives
 */
export function scopesOf(
  file: Program,
  elsewhere: (name: string) => Elsewhere | undefined = () => undefined,
): Scopes {
  const finder = new Finder(elsewhere);
  const program = finder.open(file, undefined);
  finder.visitParts(file, program);
  return { program, ...finder.found() };
}

/** A place, with what the variable gets there if it gets anything. */
type Found = Place & { readonly gets?: { readonly value: Node | undefined } };

const unknown = { value: undefined };

class Finder {
  readonly #all: Scope[] = [];
  readonly #of = new Map<Node, Scope>();
  readonly #places: Found[] = [];
  readonly #elsewhere: (name: string) => Elsewhere | undefined;

  constructor(elsewhere: (name: string) => Elsewhere | undefined) {
    this.#elsewhere = elsewhere;
  }

  open(node: Node, parent: Scope | undefined): Scope {
    const scope: Scope = { node, parent, variables: new Map(), names: new Set() };
    this.#all.push(scope);
    this.#of.set(node, scope);
    return scope;
  }

  /** Says of each place what it stands for. Not before all is declared: a `var` is known above it, too. */
  found(): Omit<Scopes, "program"> {
    const at = new Map<Node, Variable>();
    for (const { gets, ...place } of this.#places) {
      mention(place.scope, place.node.name);
      const variable = inScope(place.scope, place.node.name) ?? this.#declaredElsewhere(place.node.name);
      if (!variable) continue;
      variable.places.push(place);
      if (gets) variable.values.push(gets.value);
      at.set(place.node, variable);
    }
    return { all: this.#all, of: this.#of, at };
  }

  #declaredElsewhere(name: string): Variable | undefined {
    const elsewhere = this.#elsewhere(name);
    const scope = this.#all[0];
    if (!elsewhere || !scope) return undefined;
    const variable = { name, scope, places: [], values: [undefined], isLate: false, elsewhere };
    scope.variables.set(name, variable);
    return variable;
  }

  visitParts(node: Node, scope: Scope): void {
    for (const part of partsOf(node)) this.#visit(part, scope, node as AnyNode);
  }

  #visit(given: Node, scope: Scope, parent: AnyNode): void {
    const node = given as AnyNode;
    switch (node.type) {
      case "Identifier":
        this.#places.push({ node, scope, parent });
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#visitFunction(node, scope);
        return;
      case "CatchClause": {
        const inside = this.open(node, scope);
        if (node.param)
          this.#declare({ node: node.param as Identifier, scope: inside, parent: node, gets: unknown });
        this.#visit(node.body, inside, node);
        return;
      }
      case "VariableDeclarator":
        this.#visitDeclarator(node, scope, parent);
        return;
      case "AssignmentExpression":
        this.#visitTarget(node.left, scope, node, node.operator === "=" ? node.right : undefined);
        this.#visit(node.right, scope, node);
        return;
      case "UpdateExpression":
        this.#visitTarget(node.argument, scope, node, undefined);
        return;
      case "ForInStatement":
        if (node.left.type !== "VariableDeclaration") this.#visitTarget(node.left, scope, node, undefined);
        else this.#visitDeclarator(node.left.declarations[0] as VariableDeclarator, scope, node);
        this.#visit(node.right, scope, node);
        this.#visit(node.body, scope, node);
        return;
      case "ImportSpecifier":
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        this.#declare({ node: node.local, scope, parent: node, gets: unknown });
        return;
      default:
        this.visitParts(node, scope);
    }
  }

  #visitFunction(node: FunctionNode, scope: Scope): void {
    const { id, params, body, type } = node;
    const inside = this.open(node, scope);
    const named = id && { node: id, parent: node as AnyNode, gets: { value: node } };
    if (named && type === "FunctionDeclaration") this.#declare({ ...named, scope: functionOf(scope) });
    for (const param of params) {
      this.#declare({ node: param as Identifier, scope: inside, parent: node as AnyNode, gets: unknown });
    }
    this.#visit(body, inside, node as AnyNode);
    // A `var` or a parameter of the same name hides it.
    if (named && type !== "FunctionDeclaration" && !inside.variables.has(named.node.name)) {
      this.#declare({ ...named, scope: inside });
    }
  }

  #visitDeclarator(node: VariableDeclarator, scope: Scope, parent: AnyNode): void {
    const { id, init } = node;
    const isEmpty = !init && parent.type !== "ForInStatement";
    const gets = isEmpty ? {} : { gets: { value: init ?? undefined } };
    const variable = this.#declare({
      node: id as Identifier,
      scope: functionOf(scope),
      parent: node,
      ...gets,
    });
    variable.isLate ||= isEmpty;
    if (init) this.#visit(init, scope, node);
  }

  #declare(found: Found): Variable {
    const { name } = found.node;
    const { variables } = found.scope;
    const variable = variables.get(name) ?? {
      name,
      scope: found.scope,
      places: [],
      values: [],
      isLate: false,
    };
    variables.set(name, variable);
    this.#places.push(found);
    return variable;
  }

  #visitTarget(target: Node, scope: Scope, parent: AnyNode, value: Node | undefined): void {
    if (target.type !== "Identifier") this.#visit(target, scope, parent);
    else this.#places.push({ node: target as Identifier, scope, parent, gets: { value } });
  }
}
