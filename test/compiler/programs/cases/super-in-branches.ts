// @ts-nocheck
class Base { made: unknown; constructor(value: unknown) { this.made = value; } }
class Chosen extends Base { #own = [this.made]; constructor(value: unknown) { if (value) super(value); else super("none"); } get own() { return this.#own; } }
class Either extends Base { #own = [this.made]; constructor(value: unknown) { value ? super(1) : super(2); } get own() { return this.#own; } }
class Later extends Base { #own = [this.made]; constructor(value: unknown) { const make = () => { super(value); }; make(); } get own() { return this.#own; } }
class Cases extends Base { #own = [this.made]; constructor(value: unknown) { switch (value) { case 1: super("one"); break; default: label: { super("other"); break label; } } } get own() { return this.#own; } }
class Tried extends Base { #own = [this.made]; constructor(value: unknown) { try { super(value); } finally { value = 0; } value || (this.made = "tried"); } get own() { return this.#own; } }
class Joined extends Base { #own = [this.made]; constructor(value: unknown) { super(value), this.#own.push("behind"); } get own() { return this.#own; } }
class Or extends Base { #own = [this.made]; constructor(value: unknown) { value || super("or"); value && super("and"); } get own() { return this.#own; } }
class Given extends Base { #own = [this.made]; constructor(value: unknown) { const given = super(value); this.#own.push(given === this); } get own() { return this.#own; } }
class Failure extends Error { #own = [this.message]; constructor(value: unknown) { if (value) super("given"); else super(); } get own() { return this.#own; } }
export function feature(): unknown {
  return [Chosen, Either, Later, Cases, Tried, Joined, Or, Given, Failure].map((Kind: any) => [new Kind(1).own, new Kind(0).own, new Kind(0).made]);
}
