import type { Node } from "oxc-parser";
import type { Source } from "../../source/source.ts";
import type { Scope } from "../tree/scope.ts";
import type { Edits } from "./edits.ts";
import { EnumValues } from "./enum-values.ts";
import { writeEnum } from "./enums.ts";
import {
  type EnumDeclaration,
  type ImportAlias,
  isOfTypes,
  isSpace,
  type NamespaceDeclaration,
  type Space,
  type Spaces,
  spacesIn,
} from "./spaces.ts";

/** Writes enums, namespaces and their aliases as JavaScript: esbuild has none of the shapes that a person would write. */
export function writeSpaces(source: Source, edits: Edits): void {
  const { nodes } = source;
  const types = ["TSEnumDeclaration", "TSModuleDeclaration", "TSImportEqualsDeclaration"] as const;
  if (types.every((type) => nodes.ofType(type).length === 0)) return;
  new SpaceWriter(source, edits).write();
}

/** A declaration with its statement and the namespace that encloses it. */
interface EnclosedDeclaration {
  /** The declaration, or the `export` that holds it. */
  readonly statement: Node;
  readonly isExported: boolean;
  /** The innermost namespace that encloses it. */
  readonly around: NamespaceDeclaration | undefined;
}

class SpaceWriter {
  readonly #source: Source;
  readonly #edits: Edits;
  readonly #spaces: Spaces;
  readonly #values: EnumValues;
  readonly #prefixes = new Map<Scope, string>();
  readonly #shorthands: ReadonlySet<number>;

  constructor(source: Source, edits: Edits) {
    this.#source = source;
    this.#edits = edits;
    this.#spaces = spacesIn(source);
    this.#values = new EnumValues(this.#spaces);
    const properties = source.nodes.ofType("Property").filter(({ shorthand }) => shorthand);
    this.#shorthands = new Set(properties.map(({ key }) => key.start));
  }

  write(): void {
    const { nodes } = this.#source;
    for (const node of nodes.all) {
      if (node.type === "TSEnumDeclaration") {
        if (!node.declare) this.#writeEnum(node);
      } else if (node.type === "TSModuleDeclaration" && this.#isOfCode(node)) this.#writeNamespace(node);
      else if (node.type === "TSModuleDeclaration") this.#removeTypes(node);
      else if (node.type === "TSImportEqualsDeclaration") this.#writeAlias(node);
      else if (node.type === "ExportNamedDeclaration") this.#writeExport(node);
    }
    this.#writeReferences();
  }

  /** Tells whether a declaration is not of types only, and not inside of one that is. */
  #isOfCode(node: NamespaceDeclaration): boolean {
    return (
      isSpace(node) &&
      this.#source.nodes.around(node).every((it) => it.type !== "TSModuleDeclaration" || isSpace(it))
    );
  }

  /** A namespace of types is removed: esbuild takes it for a second declaration of the variable of the same name. */
  #removeTypes(node: NamespaceDeclaration): void {
    if (node.declare || node.kind === "global") return;
    const { statement } = this.#placeOf(node);
    this.#edits.remove(statement.start, statement.end);
  }

  #placeOf(node: Node): EnclosedDeclaration {
    const parent = this.#source.nodes.parentOf(node);
    const isExported = parent?.type === "ExportNamedDeclaration";
    const around = this.#source.nodes
      .around(node)
      .find((it) => /Block|Program|StaticBlock|SwitchCase/.test(it.type));
    const owner = around?.type === "TSModuleBlock" ? this.#source.nodes.parentOf(around) : undefined;
    return {
      statement: isExported ? parent : node,
      isExported,
      around: owner?.type === "TSModuleDeclaration" ? owner : undefined,
    };
  }

  #writeEnum(node: EnumDeclaration): void {
    const { statement, isExported, around } = this.#placeOf(node);
    const [space] = this.#spaces.spacesOf(node);
    if (!space) return;
    const isFirst = space.parts[0] === node && !this.#isDeclaredAlready(node, space);
    const isMember = isExported && around !== undefined;
    const prefix = isMember ? `${this.#nameIn(around)}.` : "";
    const declaring = !isFirst ? "" : isMember ? " " : `${isExported ? "export " : ""}const `;
    const scope = this.#spaces.scopeOfPart(node, space);
    const access = prefix + space.name;
    if (scope) this.#prefixes.set(scope, access);
    writeEnum({ declaration: node, statement, space, access, declaring }, this.#values, this.#edits);
  }

  /** Tells whether a function or a class of the same name makes the object. */
  #isDeclaredAlready(node: Node, space: Space): boolean {
    const scope = this.#spaces.scopeOfPart(node, space)?.parent;
    return /^(function|class)$/.test(scope?.bindings.get(space.name)?.kind ?? "");
  }

  #writeNamespace(node: NamespaceDeclaration): void {
    const { statement, isExported, around } = this.#placeOf(node);
    const { body } = node;
    const spaces = this.#spaces.spacesOf(node);
    if (!body) return;
    const text = this.#edits;
    let [declaring, begin, end] = ["", "", ""];
    spaces.forEach((space, index) => {
      const name = this.#nameOfPart(node, space);
      const outer =
        index > 0
          ? this.#nameOfPart(node, spaces[index - 1] as Space)
          : isExported && around && this.#nameIn(around);
      const object = outer ? `${outer}.${space.name}` : space.name;
      const given = outer ? `${object} || (${object} = {})` : object;
      if (!outer && space.parts[0] === node && !this.#isDeclaredAlready(node, space)) {
        declaring = `${isExported ? "export " : ""}var ${space.name} = {};\n`;
      }
      begin += `;(function (${name}) ${index < spaces.length - 1 ? "{ " : ""}`;
      end = `)(${given});${index > 0 ? " }" : ""}${end}`;
    });
    // A comment behind the namespace stands behind the call, which begins at the name then.
    const called = declaring ? node.id.start : statement.start;
    if (declaring) text.replace(statement.start, called, declaring);
    text.replace(called, body.start, begin);
    text.replace(body.end, statement.end, end);
  }

  /** The parameter that a namespace has inside: of `A.B`, that of `B`. */
  #nameIn(node: NamespaceDeclaration): string {
    return this.#nameOfPart(node, this.#spaces.spacesOf(node).at(-1) as Space);
  }

  /** The name of a namespace inside of it, or another where something inside has that name. */
  #nameOfPart(node: Node, space: Space): string {
    const scope = this.#spaces.scopeOfPart(node, space);
    if (!scope) return space.name;
    const known = this.#prefixes.get(scope);
    if (known) return known;
    let name = space.name;
    if (this.#isHidden(name, scope)) {
      let number = 1;
      do name = `${space.name}_${number++}`;
      while (this.#source.text.includes(name));
    }
    this.#prefixes.set(scope, name);
    return name;
  }

  #isHidden(name: string, outer: Scope): boolean {
    const isInside = (scope: Scope | undefined): boolean =>
      scope !== undefined && (scope === outer || isInside(scope.parent));
    return this.#spaces.scopes.all.some((it) => {
      const binding = it.bindings.get(name);
      return binding !== undefined && binding.kind !== "member" && isInside(it);
    });
  }

  /** `import Middle = Outer.Middle;` -> `const Middle = Outer.Middle;` */
  #writeAlias(node: ImportAlias): void {
    const { statement, isExported, around } = this.#placeOf(node);
    const { id, moduleReference } = node;
    if (moduleReference.type === "TSExternalModuleReference") return;
    const { bindingOf } = this.#spaces.scopes;
    let first: Node = moduleReference;
    while (first.type === "TSQualifiedName") first = first.left;
    const isMember = isExported && around !== undefined;
    const uses = bindingOf(id as never)?.references.filter(({ isDeclaration }) => !isDeclaration) ?? [];
    const isUsed = isExported || uses.length > 0;
    // Nothing is left of an alias of types.
    if (!bindingOf(first as never) || node.importKind === "type" || !isUsed) {
      this.#edits.remove(statement.start, statement.end);
      return;
    }
    const declaring = isMember ? `${this.#nameIn(around)}.` : `${isExported ? "export " : ""}const `;
    this.#edits.replace(statement.start, moduleReference.start, `${declaring}${id.name} = `);
    this.#edits.replace(moduleReference.end, statement.end, ";");
  }

  /** A statement of a namespace, which gives what it exports to the namespace. */
  #writeExport(statement: Extract<Node, { type: "ExportNamedDeclaration" }>): void {
    const { declaration } = statement;
    if (!declaration || /^TS(Enum|ImportEquals|Module)Declaration$/.test(declaration.type)) return;
    const { around } = this.#placeOf(declaration);
    if (!around || !this.#isOfCode(around)) return;
    if (isOfTypes(declaration)) this.#edits.remove(statement.start, statement.end);
    else if (declaration.type === "VariableDeclaration") this.#writeVariables(statement, declaration);
    else if (
      (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") &&
      declaration.id
    ) {
      const { name } = declaration.id;
      this.#edits.remove(statement.start, declaration.start);
      this.#edits.insert(declaration.end, `\n${this.#nameIn(around)}.${name} = ${name};`);
    }
  }

  /** `export const a: string = b, { c } = d;` -> `Outer.a = b; ({ c: Outer.c } = d);` */
  #writeVariables(statement: Node, { declarations }: Extract<Node, { type: "VariableDeclaration" }>): void {
    const edits = this.#edits;
    let last = statement.start;
    for (const { id, init } of declarations) {
      if (!init) continue;
      const isPattern = id.type !== "Identifier";
      edits.replace(last, id.start, isPattern ? ";(" : ";");
      if (id.typeAnnotation) edits.remove(id.typeAnnotation.start, id.typeAnnotation.end);
      if (isPattern) edits.insert(init.end, ")");
      last = init.end;
    }
    edits.replace(last, statement.end, last === statement.start ? "" : ";");
  }

  /** Names the objects of members that the code names alone. */
  #writeReferences(): void {
    for (const binding of this.#spaces.scopes.bindings) {
      if (binding.kind !== "member") continue;
      const prefix = this.#prefixOf(binding.scope);
      for (const { node } of binding.references) {
        const { start, name } = node;
        this.#edits.insert(start, this.#shorthands.has(start) ? `${name}: ${prefix}.` : `${prefix}.`);
      }
    }
  }

  #prefixOf(scope: Scope): string {
    const space = this.#spaces.spaceOfScope(scope) as Space;
    return this.#prefixes.get(scope) ?? this.#nameOfPart(scope.node as unknown as Node, space);
  }
}
