/** What a variable of a generated program holds. A `maybe` is a record or undefined. */
export type Type = "number" | "text" | "list" | "record" | "maybe" | "call";

interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly isConstant: boolean;
}

/** What ends a loop, and what leaves a function. */
interface Exits {
  /** The labels of the loops around, the nearest first; empty where there is no loop. */
  readonly labels: readonly string[];
  readonly inFunction: boolean;
}

/** Names that the variables of a program share, so that they shadow each other. */
const names = "abcdefgh".split("").concat("_a", "_b", "_i", "name1", "this1");

/** What can be named at one place of a generated program. */
export class Scope {
  readonly exits: Exits;
  readonly classes: string[];
  readonly #parent: Scope | undefined;
  readonly #variables: Variable[] = [];
  /** The names that this block declares, or that it uses of those around it. */
  readonly #taken: Set<string>;
  readonly #counter: { next: number };

  constructor(parent?: Scope, { exits, taken }: { exits?: Exits; taken?: Set<string> } = {}) {
    this.#parent = parent;
    this.#taken = taken ?? new Set();
    this.exits = exits ?? parent?.exits ?? { labels: [], inFunction: false };
    this.classes = [...(parent?.classes ?? [])];
    this.#counter = parent ? parent.#counter : { next: 0 };
  }

  block(): Scope {
    return new Scope(this);
  }

  loop(label: string): Scope {
    return new Scope(this, { exits: { ...this.exits, labels: [label, ...this.exits.labels] } });
  }

  function(): Scope {
    return new Scope(this, { exits: { labels: [], inFunction: true } });
  }

  /** Statements of the same block that do not see what the others declare: those of one case of a switch. */
  part(): Scope {
    return new Scope(this, { taken: this.#taken });
  }

  /** A name that nothing else in the program has. */
  unique(prefix: string): string {
    return `${prefix}${this.#counter.next++}`;
  }

  /** Declares a variable under one of the shared names. It may hide one around the block that the block has not used. */
  declare(type: Type, pick: number, isConstant = false): string {
    const free = names.filter((name) => !this.#taken.has(name));
    const name = free[pick % free.length] ?? this.unique("more");
    this.#taken.add(name);
    this.#variables.push({ name, type, isConstant });
    return name;
  }

  /** Declares a function. In ES5 two of one name in blocks of one function are one: that fails loudly, so each has its own. */
  declareFunction(): string {
    const name = this.unique("call");
    this.#variables.push({ name, type: "call", isConstant: true });
    return name;
  }

  /** One of the variables of a type that can be named here, or undefined when there is none. */
  variable(type: Type, pick: number, use: "read" | "write" = "read"): string | undefined {
    const fits = this.#visible().filter((it) => it.type === type && !(use === "write" && it.isConstant));
    const name = fits[pick % fits.length]?.name;
    if (name !== undefined) this.use(name);
    return name;
  }

  #visible(): Variable[] {
    const outer = this.#parent ? this.#parent.#visible() : [];
    return [...this.#variables, ...outer.filter(({ name }) => !this.#declares(name))];
  }

  #declares(name: string): boolean {
    return this.#taken.has(name) && !this.#used.has(name);
  }

  readonly #used = new Set<string>();

  /** Notes that this block uses a name: it declares no other by it. */
  use(name: string): void {
    if (this.#variables.some((variable) => variable.name === name)) return;
    this.#used.add(name);
    this.#taken.add(name);
    if (this.#parent) this.#parent.use(name);
  }
}
