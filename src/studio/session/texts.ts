import type { Text } from "../api.ts";

/** Characters of a text that is shown whole. */
const wholeUpTo = 1_000_000;

/** The characters that are shown of a longer one. */
const shownOfLarge = 65_536;

/** Texts that may be large, by ids: a page gets their beginnings, and asks for the rest. */
export class Texts {
  readonly #texts = new Map<string, string>();
  #last = 0;

  add(text: string): Text {
    this.#last += 1;
    const id = `t${this.#last}`;
    this.#texts.set(id, text);
    return { id, size: text.length, start: text.length > wholeUpTo ? text.slice(0, shownOfLarge) : text };
  }

  /** Undefined where there is none. */
  text(id: string): string | undefined {
    return this.#texts.get(id);
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#texts.delete(id);
  }
}
