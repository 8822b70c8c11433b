import type { Node } from "oxc-parser";
import { Finder } from "./binding-finder.ts";
import { isLoop, type Loop, type NodeOf } from "./syntax.ts";

/** What a name stands for that a source declares. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The enum or the namespace that a member is written with. */
  readonly of?: Binding;
  /** Where it is declared. */
  readonly block: Block;
  /** Where it stands, where it is declared too. */
  readonly references: Reference[];
}

/** A member of an enum or of a namespace is a property; `self` is the name of a function expression, which it may hide itself. */
export type BindingKind =
  | "class"
  | "enum"
  | "function"
  | "import"
  | "let"
  | "member"
  | "namespace"
  | "parameter"
  | "self"
  | "var";

export interface Reference {
  readonly node: NodeOf<"Identifier">;
  readonly block: Block;
  readonly isWrite: boolean;
}

/** What names are declared in: the file, a function, a block, the head of a loop. */
export class Block {
  readonly node: Node;
  readonly parent: Block | undefined;
  /** The block of the function, of the file or of the namespace that it is in. */
  readonly whole: Block;
  /** The innermost loop of the same function that it is in: its head, or something in its body. */
  readonly loop: Loop | undefined;
  readonly names = new Map<string, Binding>();

  constructor(node: Node, parent: Block | undefined, isWhole: boolean) {
    this.node = node;
    this.parent = parent;
    this.whole = parent && !isWhole ? parent.whole : this;
    this.loop = isLoop(node) ? node : isWhole ? undefined : parent?.loop;
  }

  /** What a name stands for that is used here. */
  lookUp(name: string): Binding | undefined {
    return this.names.get(name) ?? this.parent?.lookUp(name);
  }
}

/** All names of a source. */
export interface Bindings {
  readonly file: Block;
  /** Every name that is declared or used. */
  readonly names: ReadonlySet<string>;
  readonly all: readonly Binding[];
  /** What is declared nowhere in the source. */
  readonly unknown: readonly Reference[];
  /** The loops of which functions use variables that each round has anew. */
  readonly loopsWithFunctions: ReadonlySet<Loop>;
  /** What is declared in the head of a loop, if anything is. */
  readonly blockOf: (node: Node) => Block | undefined;
  readonly bindingOf: (node: NodeOf<"Identifier">) => Binding | undefined;
}

/** Finds what each name in a program stands for. */
export function bindingsOf(program: NodeOf<"Program">): Bindings {
  const finder = new Finder(program);
  finder.visit(program, finder.file);
  return finder.resolved();
}

/** Whether a name is used in a function inside of the one that declares it. */
export function isCaptured({ block, references }: Binding): boolean {
  return references.some((it) => it.block.whole !== block.whole);
}
