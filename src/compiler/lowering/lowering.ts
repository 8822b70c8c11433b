import type { Node } from "oxc-parser";
import type { Source } from "../source.ts";
import { type Binding, type Bindings, bindingsOf } from "./bindings.ts";
import { type Code, code, joined, type Span } from "./code.ts";
import { Frame } from "./frame.ts";
import type { Marks } from "./marks.ts";
import { newNames } from "./new-names.ts";
import { rows } from "./rows.ts";
import { childrenOf, is, isOfTypes, type NodeOf } from "./syntax.ts";

/** How the nodes of one type become ES5. */
export type Row<Type extends Node["type"]> = (node: NodeOf<Type>, lowering: Lowering) => Code;

/** How nodes become ES5, by their types. Whatever is in no table stays, but for what stands in it. */
export type Rows = { readonly [Type in Node["type"]]?: Row<Type> };

/** One source on its way to ES5. */
export class Lowering {
  readonly text: string;
  readonly bindings: Bindings;
  /** A package may iterate what it likes; the type-check lets own sources iterate arrays only. */
  readonly iterates: boolean;
  readonly #marks: Marks;
  readonly #newNames: ReadonlyMap<unknown, string>;
  readonly #taken: Set<string>;
  readonly #begun = new Set<Binding>();
  /** The helpers that it calls and does not declare. */
  readonly helpers = new Set<string>();
  /** What is declared at the end of the file. */
  readonly last: string[] = [];
  /** What the variables are called that stand for `this`, `super` and `new.target`. */
  readonly own: { readonly this: string; readonly super: string; readonly newTarget: string };
  frame: Frame;

  constructor(source: Source, marks: Marks) {
    const { program } = source.parsed;
    this.text = source.text;
    this.iterates = source.path.includes("node_modules/");
    this.#marks = marks;
    this.bindings = bindingsOf(program);
    this.#taken = new Set(this.bindings.names);
    this.#newNames = newNames(this.bindings, (name) => this.uniqueName(name));
    this.own = {
      this: this.ownName("_this"),
      super: this.ownName("_super"),
      newTarget: this.ownName("_newTarget"),
    };
    this.frame = new Frame(program, undefined);
  }

  /** A node as ES5. */
  of(node: Node): Code {
    const mark = this.#marks.inPlaceOf(node);
    if (mark !== undefined) return mark;
    if (isOfTypes(node)) return "";
    const row = rows[node.type] as ((node: Node, lowering: Lowering) => Code) | undefined;
    return [{ start: node.start, end: node.start }, row ? row(node, this) : this.inside(node)];
  }

  /** A node as it is written, but for what stands in it. */
  inside(node: Node): Code {
    return this.parts(childrenOf(node), node);
  }

  /** A part of the source, with the nodes in it as ES5. */
  parts(nodes: readonly Node[], { start, end }: Span, of = (node: Node) => this.of(node)): Code {
    const parts: Code[] = [];
    let offset = start;
    for (const node of nodes) {
      // `import { a }` has `a` twice, where it stands once.
      if (node.start < offset) continue;
      parts.push({ start: offset, end: node.start }, of(node));
      offset = node.end;
    }
    parts.push({ start: offset, end });
    return parts;
  }

  /** A list between brackets: on one line, unless there are comments in it. */
  list(nodes: readonly Node[], span: Span, of = (node: Node) => this.of(node)): Code {
    return this.#hasMarksBetween(nodes, span) ? this.parts(nodes, span, of) : joined(nodes.map(of), ", ");
  }

  #hasMarksBetween(nodes: readonly Node[], { start, end }: Span): boolean {
    const marks = this.#marks.within(start, end);
    return marks.some((mark) => !nodes.some((it) => it.start <= mark.start && mark.end <= it.end));
  }

  /** The comments in a part of the source of which nothing else is left. */
  comments(start: number, end: number): Code {
    return this.#marks.within(start, end).map(({ text }) => (text.startsWith("//") ? `${text}\n` : text));
  }

  /** What a variable is called in ES5. */
  nameOf(node: NodeOf<"Identifier">): Code {
    const binding = this.bindings.bindingOf(node);
    const own: Code = (binding && this.#newNames.get(binding)) ?? {
      start: node.start,
      end: node.start + node.name.length,
    };
    return binding?.of ? code`${this.nameOfBinding(binding.of)}.${own}` : own;
  }

  /** The same as a text, which comes from nowhere in the source. */
  nameText(node: NodeOf<"Identifier">): string {
    const binding = this.bindings.bindingOf(node);
    return binding ? this.nameOfBinding(binding) : node.name;
  }

  nameOfBinding(binding: Binding): string {
    return this.#newNames.get(binding) ?? binding.name;
  }

  /** Whether the name of an enum or a namespace, which can have several parts, stands here for the first time. */
  isFirst(node: NodeOf<"Identifier">): boolean {
    const binding = this.bindings.bindingOf(node);
    if (!binding || !/^(enum|namespace)$/.test(binding.kind)) return false;
    const isFirst = !this.#begun.has(binding);
    this.#begun.add(binding);
    return isFirst;
  }

  /** A helper by its name. One that the file declares itself is TypeScript's, which does the same. */
  helper(name: string): string {
    if (!this.bindings.file.names.has(name)) this.helpers.add(name);
    return name;
  }

  /** `list` -> `list_1`, which nothing else is called */
  uniqueName(base: string): string {
    let number = 1;
    while (this.#taken.has(`${base}_${number}`)) number++;
    const name = `${base}_${number}`;
    this.#taken.add(name);
    return name;
  }

  /** A name of its own: the one that is given, where nothing else has it. */
  ownName(name: string): string {
    if (this.#taken.has(name)) return this.uniqueName(name);
    this.#taken.add(name);
    return name;
  }

  /** A variable that the source has not, declared where its function begins unless it says otherwise. */
  temporary({ isDeclared = true, isReadInside = false } = {}): string {
    const name = this.frame.temporaryName((it) => this.#taken.has(it));
    if (isReadInside) this.#taken.add(name);
    if (isDeclared) this.frame.variables.push(name);
    return name;
  }

  /** The first free of `_i` and the names of temporary variables, for the index of a loop. */
  index(): string {
    return this.frame.indexName((it) => this.#taken.has(it));
  }

  /** Lowers what stands in a function, or in what becomes one. */
  within<T>(frame: Frame, work: () => T): T {
    const outer = this.frame;
    this.frame = frame;
    try {
      return work();
    } finally {
      this.frame = outer;
    }
  }

  /** An expression that can be evaluated again without effect, or a variable that holds it, and what sets that. */
  once(node: Node): { readonly first: Code; readonly again: Code } {
    if (is(node, "Identifier", "ThisExpression", "Super")) {
      const name = this.of(node);
      return { first: name, again: name };
    }
    if (is(node, "Literal") && !("regex" in node)) return { first: this.of(node), again: this.of(node) };
    const value = this.of(node);
    const again = this.temporary();
    return { first: code`(${again} = (${value}))`, again };
  }
}
