import type { Node } from "oxc-parser";
import { visitors } from "./binding-visitors.ts";
import {
  type Binding,
  type BindingKind,
  type Bindings,
  Block,
  isCaptured,
  type Reference,
} from "./bindings.ts";
import { childrenOf, is, isOfTypes, type Loop, type NodeOf, namesOf } from "./syntax.ts";

const visited =
  /^TS(As|Satisfies|NonNull|Instantiation)Expression$|^TSTypeAssertion$|^TSEnumBody$|^TSExportAssignment$/;

/** Walks through a program, and finds what each name in it stands for. */
export class Finder {
  readonly file: Block;
  readonly #blocks = new Map<Node, Block>();
  readonly #all: Binding[] = [];
  readonly #references: Reference[] = [];
  readonly #names = new Set<string>();
  /** What the block of an enum or a namespace is named, and the members that it has so far. */
  readonly #named = new Map<Block, Binding>();
  readonly #members = new Map<Binding, Map<string, Binding>>();

  constructor(program: Node) {
    this.file = this.inside(program, undefined, true);
  }

  /** What was found, once all is visited. */
  resolved(): Bindings {
    const bindings = new Map<Node, Binding>();
    const unknown: Reference[] = [];
    for (const reference of this.#references) {
      const binding = reference.block.lookUp(reference.node.name);
      if (!binding) unknown.push(reference);
      else {
        binding.references.push(reference);
        bindings.set(reference.node, binding);
      }
    }
    return {
      file: this.file,
      names: this.#names,
      all: this.#all,
      unknown,
      loopsWithFunctions: new Set(this.#all.flatMap((it) => (isOfRound(it) ? [it.block.loop as Loop] : []))),
      blockOf: (node) => this.#blocks.get(node),
      bindingOf: (node) => bindings.get(node),
    };
  }

  visit(node: Node, block: Block): void {
    if (isOfTypes(node)) return;
    const visit = visitors[node.type as keyof typeof visitors] as
      | ((node: Node, block: Block, finder: Finder) => void)
      | undefined;
    if (visit) visit(node, block, this);
    else if (!node.type.startsWith("TS") || visited.test(node.type)) this.visitAll(childrenOf(node), block);
  }

  visitAll(nodes: readonly (Node | null | undefined)[], block: Block): void {
    for (const node of nodes) if (node) this.visit(node, block);
  }

  /** A block in another; `isWhole` says that it is a function, or what becomes one. */
  inside(node: Node, parent: Block | undefined, isWhole = false): Block {
    const block = new Block(node, parent, isWhole);
    this.#blocks.set(node, block);
    return block;
  }

  refer(node: NodeOf<"Identifier">, block: Block, isWrite = false): void {
    this.#names.add(node.name);
    this.#references.push({ node, block, isWrite });
  }

  /** Declares the names of a pattern, and visits what is evaluated in it. */
  declare(pattern: Node, kind: BindingKind, { into, block }: { into: Block; block: Block }): void {
    this.#inPattern(pattern, block, (name) => {
      this.declareName(name, kind, into);
      this.refer(name, block, true);
    });
  }

  declareName({ name }: NodeOf<"Identifier">, kind: BindingKind, into: Block): Binding {
    this.#names.add(name);
    const known = into.names.get(name);
    if (known && known.kind !== "self" && known.kind !== "member") return known;
    const of = kind === "member" ? this.#named.get(into) : undefined;
    const binding: Binding = { name, kind, block: into, references: [], ...(of && { of }) };
    into.names.set(name, binding);
    this.#all.push(binding);
    if (of) this.export(name, into);
    return binding;
  }

  /** Notes that a namespace or an enum has a member, which its further parts know, too. */
  export(name: string, block: Block): void {
    const of = this.#named.get(block);
    const binding = block.names.get(name);
    if (of && binding) this.#membersOf(of).set(name, binding);
  }

  #membersOf(of: Binding): Map<string, Binding> {
    const members = this.#members.get(of) ?? new Map<string, Binding>();
    this.#members.set(of, members);
    return members;
  }

  /** The block of an enum or a namespace, in which the members stand that it has already. */
  ofNamed(node: NodeOf<"TSEnumDeclaration" | "TSModuleDeclaration">, outer: Block): Block {
    let block = outer;
    namesOf(node.id).forEach((name, index) => {
      const earlier = block.names.get(name.name);
      const of = this.declareName(name, node.type === "TSEnumDeclaration" ? "enum" : "namespace", block);
      // The part of a namespace in a further part of the one around it.
      if (earlier?.kind === "member") this.#members.set(of, this.#membersOf(this.#memberOf(earlier)));
      this.refer(name, block);
      if (index > 0) this.export(name.name, block);
      block = this.inside(node, block, true);
      this.#named.set(block, of);
      for (const known of this.#membersOf(of).keys()) {
        block.names.set(known, { name: known, kind: "member", of, block, references: [] });
      }
    });
    return block;
  }

  /** What a member is where it is declared. */
  #memberOf({ of, name, ...member }: Binding): Binding {
    return (of && this.#members.get(of)?.get(name)) ?? { name, ...member };
  }

  assign(pattern: Node, block: Block): void {
    this.#inPattern(pattern, block, (name) => this.refer(name, block, true));
  }

  #inPattern(node: Node | null, block: Block, found: (name: NodeOf<"Identifier">) => void): void {
    const within = (inner: Node | null) => this.#inPattern(inner, block, found);
    if (is(node, "Identifier")) found(node);
    else if (is(node, "ObjectPattern")) {
      for (const it of node.properties) {
        if (it.type === "RestElement") within(it.argument);
        else {
          if (it.computed) this.visit(it.key, block);
          within(it.value);
        }
      }
    } else if (is(node, "ArrayPattern")) node.elements.forEach(within);
    else if (is(node, "RestElement")) within(node.argument);
    else if (is(node, "AssignmentPattern")) {
      within(node.left);
      this.visit(node.right, block);
    } else if (is(node, "TSParameterProperty")) within(node.parameter);
    else if (node) this.visit(node, block);
  }
}

/** Whether functions use a variable that each round of a loop has anew. */
function isOfRound(binding: Binding): boolean {
  return (
    binding.block.loop !== undefined && /^(let|class|function)$/.test(binding.kind) && isCaptured(binding)
  );
}
