import type { Node } from "oxc-parser";
import type { Source } from "../../source/source.ts";
import type { AnyNode, NodeOf } from "../tree/nodes.ts";
import type { Binding, Scope, Scopes } from "../tree/scope.ts";
import { declareVariables, type Role, type ScopeFinder, scopesOf, type VisitNames } from "../tree/scopes.ts";

type TypeScriptNode<Type extends Node["type"]> = Extract<Node, { type: Type }>;
export type EnumDeclaration = TypeScriptNode<"TSEnumDeclaration">;
export type NamespaceDeclaration = TypeScriptNode<"TSModuleDeclaration">;
export type ImportAlias = TypeScriptNode<"TSImportEqualsDeclaration">;

/** An object that enums and namespaces of one name make: TypeScript merges them. */
export class Space {
  readonly name: string;
  /** The namespace that exports it. */
  readonly owner: Space | undefined;
  /** The members of the enums among its parts, which these parts can name without the enum. */
  readonly enumMembers = new Set<string>();
  /** The exports of the namespaces among them, likewise. */
  readonly exported = new Set<string>();
  /** The values of the constants among these exports. */
  readonly constants = new Map<string, Node>();
  readonly parts: Node[] = [];
  readonly children = new Map<string, Space>();

  constructor(name: string, owner?: Space) {
    this.name = name;
    this.owner = owner;
  }
}

/** The enums and namespaces of a source, and what its names stand for. */
export interface Spaces {
  readonly scopes: Scopes;
  /** The objects of a declaration: of `namespace A.B`, those of `A` and `B`. */
  readonly spacesOf: (declaration: Node) => readonly Space[];
  /** The scopes in which members can be named without their object, and those objects. */
  readonly scopeOfPart: (declaration: Node, space: Space) => Scope | undefined;
  readonly spaceOfScope: (scope: Scope) => Space | undefined;
  /** The object that a variable holds, if it is that of an enum or a namespace. */
  readonly spaceOfBinding: (binding: Binding) => Space | undefined;
}

/** Finds the enums and namespaces of a source. */
export function spacesIn({ nodes, parsed }: Source): Spaces {
  const spaces = new SpacesOfDeclarations(nodes.all);
  const named = new ScopesOfSpaces(spaces);
  const program = parsed.program as unknown as AnyNode;
  const scopes = scopesOf(program, { ...typeScriptVisitors, ...named.visitors });
  const byBinding = named.byBinding();
  return {
    scopes,
    spacesOf: spaces.of,
    scopeOfPart: (declaration, space) => named.scopeOfPart(declaration, space),
    spaceOfScope: (scope) => named.byScope.get(scope),
    spaceOfBinding: (binding) => byBinding.get(binding),
  };
}

/** The objects that the declarations of a source make. */
class SpacesOfDeclarations {
  readonly #byDeclaration = new Map<Node, readonly Space[]>();
  readonly #byBlock = new Map<Node, Space>();

  constructor(nodes: readonly Node[]) {
    for (const it of nodes) {
      const statements = statementsOf(it);
      if (statements) this.#noteList(it, statements);
    }
  }

  readonly of = (declaration: Node): readonly Space[] => this.#byDeclaration.get(declaration) ?? [];

  #noteList(list: Node, statements: readonly Node[]): void {
    const owner = this.#byBlock.get(list);
    const local = new Map<string, Space>();
    for (const statement of statements) {
      const isExported = statement.type === "ExportNamedDeclaration";
      const declaration = isExported ? statement.declaration : statement;
      if (!declaration) continue;
      if (owner && isExported) noteExports(owner, declaration);
      if (!isSpace(declaration)) continue;
      const exporting = isExported ? owner : undefined;
      this.#noteDeclaration(declaration, { exporting, known: exporting?.children ?? local });
    }
  }

  #noteDeclaration(
    declaration: EnumDeclaration | NamespaceDeclaration,
    { exporting, known }: SpaceContext,
  ): void {
    const found: Space[] = [];
    let [owner, children] = [exporting, known];
    for (const name of namesOf(declaration.id as Node)) {
      const space: Space = children.get(name) ?? new Space(name, owner);
      children.set(name, space);
      if (found.length > 0) found.at(-1)?.exported.add(name);
      space.parts.push(declaration);
      found.push(space);
      [owner, children] = [space, space.children];
    }
    this.#byDeclaration.set(declaration, found);
    const last = found.at(-1) as Space;
    if (declaration.type === "TSModuleDeclaration") {
      if (declaration.body) this.#byBlock.set(declaration.body, last);
    } else for (const member of declaration.body.members) last.enumMembers.add(memberName(member));
  }
}

interface SpaceContext {
  readonly exporting: Space | undefined;
  readonly known: Map<string, Space>;
}

function noteExports(owner: Space, declaration: Node): void {
  for (const name of exportedNames(declaration)) owner.exported.add(name);
  for (const [name, value] of constantsOf(declaration)) owner.constants.set(name, value);
}

/** The scopes that the declarations open, in which members can be named without their object. */
class ScopesOfSpaces {
  readonly byScope = new Map<Scope, Space>();
  readonly #spaces: SpacesOfDeclarations;
  readonly #ofParts = new Map<Node, Map<Space, Scope>>();
  /** The scope that declares the variable of each object. Its binding is read once all names are declared. */
  readonly #declared: { readonly scope: Scope; readonly space: Space }[] = [];

  constructor(spaces: SpacesOfDeclarations) {
    this.#spaces = spaces;
  }

  scopeOfPart(declaration: Node, space: Space): Scope | undefined {
    return this.#ofParts.get(declaration)?.get(space);
  }

  byBinding(): Map<Binding | undefined, Space> {
    return new Map(this.#declared.map(({ scope, space }) => [scope.bindings.get(space.name), space]));
  }

  readonly visitors = {
    TSEnumDeclaration: (node: EnumDeclaration, scope: Scope, finder: ScopeFinder) => {
      const inside = this.#enter(node, scope, finder);
      const values = node.body.members.map((it) => it.initializer);
      if (inside) finder.visitAll(values as unknown as AnyNode[], inside);
    },
    TSModuleDeclaration: (node: NamespaceDeclaration, scope: Scope, finder: ScopeFinder) => {
      const inside = this.#enter(node, scope, finder);
      if (inside && node.body) finder.visitAll(node.body.body as unknown as AnyNode[], inside);
    },
  } as { readonly [type: string]: VisitNames<never> };

  /** Gives the innermost scope that a declaration opens; undefined for one of types alone. */
  #enter(node: EnumDeclaration | NamespaceDeclaration, outer: Scope, finder: ScopeFinder): Scope | undefined {
    let inside: Scope | undefined;
    for (const space of this.#spaces.of(node)) {
      const around: Scope = inside ?? outer;
      if (!space.owner) {
        if (!around.bindings.has(space.name)) finder.declare(space.name, "const", around);
        this.#declared.push({ scope: around, space });
      }
      inside = finder.open("namespace", node as unknown as AnyNode, around);
      this.byScope.set(inside, space);
      const parts = this.#ofParts.get(node) ?? new Map<Space, Scope>();
      this.#ofParts.set(node, parts.set(space, inside));
      const members = node.type === "TSEnumDeclaration" ? space.enumMembers : space.exported;
      for (const name of members) finder.declare(name, "member", inside);
    }
    return inside;
  }
}

/** The statements of a node that can hold declarations. */
function statementsOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
    case "TSModuleBlock":
      return node.body as readonly Node[];
    case "SwitchCase":
      return node.consequent;
    default:
      return undefined;
  }
}

/** Tells whether a declaration makes an object, and not only types. */
export function isSpace(node: Node): node is EnumDeclaration | NamespaceDeclaration {
  if (node.type === "TSEnumDeclaration") return !node.declare;
  return (
    node.type === "TSModuleDeclaration" && !node.declare && node.kind !== "global" && isInstantiated(node)
  );
}

/** Tells whether a namespace has more than types. */
function isInstantiated({ id, body }: NamespaceDeclaration): boolean {
  if (id.type === "Literal") return false;
  return (body?.body ?? []).some((statement: Node) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (!declaration || isOfTypes(declaration)) return false;
    return declaration.type !== "TSModuleDeclaration" || isSpace(declaration);
  });
}

/** `interface A {}`, `declare const a: string;`, `function over(a: string): string;` */
export function isOfTypes(node: Node): boolean {
  return (
    /^TS(InterfaceDeclaration|TypeAliasDeclaration|DeclareFunction)$/.test(node.type) ||
    ("declare" in node && node.declare === true)
  );
}

/** `A.B` -> `A`, `B` */
export function namesOf(node: Node): string[] {
  if (node.type === "TSQualifiedName") return [...namesOf(node.left), node.right.name];
  return node.type === "Identifier" ? [node.name] : [];
}

export function memberName({ id }: TypeScriptNode<"TSEnumMember">): string {
  return id.type === "Identifier" ? id.name : String((id as { readonly value?: unknown }).value);
}

/** The names of values that a namespace exports by a declaration. */
function exportedNames(declaration: Node): string[] {
  if (isOfTypes(declaration)) return [];
  switch (declaration.type) {
    case "VariableDeclaration":
      return declaration.declarations.flatMap(({ id }) => targetsOf(id).map(({ name }) => name));
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
    case "TSImportEqualsDeclaration":
      return declaration.id ? [declaration.id.name] : [];
    case "TSModuleDeclaration":
      return isSpace(declaration) ? namesOf(declaration.id).slice(0, 1) : [];
    default:
      return [];
  }
}

/** `const a = 1, b = 2` -> `a` and `1`, `b` and `2`; nothing of a constant with a type. */
function constantsOf(declaration: Node): [name: string, value: Node][] {
  if (declaration.type !== "VariableDeclaration" || declaration.kind !== "const") return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === "Identifier" && !id.typeAnnotation && init ? [[id.name, init]] : [],
  );
}

/** The variables of a pattern. */
function targetsOf(node: Node): { readonly name: string }[] {
  switch (node.type) {
    case "Identifier":
      return [node];
    case "ObjectPattern":
      return node.properties.flatMap((it) => targetsOf(it.type === "RestElement" ? it.argument : it.value));
    case "ArrayPattern":
      return node.elements.flatMap((it) => (it ? targetsOf(it) : []));
    case "AssignmentPattern":
      return targetsOf(node.left);
    case "RestElement":
      return targetsOf(node.argument);
    default:
      return [];
  }
}

const visitExpression = (
  node: { readonly expression: AnyNode },
  scope: Scope,
  finder: ScopeFinder,
  role: Role,
) => {
  finder.visit(node.expression, scope, role);
};

/** The visitors for names in the nodes of TypeScript. In types there is nothing to find. */
const typeScriptVisitors: { readonly [type: string]: VisitNames<never> } = {
  ParenthesizedExpression: visitExpression as VisitNames<never>,
  TSAsExpression: visitExpression as VisitNames<never>,
  TSSatisfiesExpression: visitExpression as VisitNames<never>,
  TSNonNullExpression: visitExpression as VisitNames<never>,
  TSTypeAssertion: visitExpression as VisitNames<never>,
  TSInstantiationExpression: visitExpression as VisitNames<never>,
  TSParameterProperty: ((
    node: { readonly parameter: AnyNode },
    scope: Scope,
    finder: ScopeFinder,
    role: Role,
  ) => {
    finder.visit(node.parameter, scope, role);
  }) as VisitNames<never>,
  TSImportEqualsDeclaration: ((node: ImportAlias, scope: Scope, finder: ScopeFinder) => {
    const known = scope.bindings.get(node.id.name);
    if (known?.kind !== "member")
      finder.declareAt(node.id as unknown as NodeOf<"Identifier">, "const", { into: scope, scope });
    let first: Node = node.moduleReference;
    while (first.type === "TSQualifiedName") first = first.left;
    if (first.type === "Identifier") finder.visit(first as unknown as AnyNode, scope);
  }) as VisitNames<never>,
  ExportNamedDeclaration: ((
    { declaration, specifiers, source }: NodeOf<"ExportNamedDeclaration">,
    scope: Scope,
    finder: ScopeFinder,
  ) => {
    if (declaration?.type === "VariableDeclaration" && scope.kind === "namespace") {
      declareVariables(declaration, { scope, into: scope, as: "member" }, finder);
    } else finder.visit(declaration, scope);
    if (!source)
      for (const { local } of specifiers) if (local.type === "Identifier") finder.visit(local, scope);
  }) as VisitNames<never>,
};
