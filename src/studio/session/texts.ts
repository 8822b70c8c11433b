import type { LargeText } from "../api.ts";

/** Characters of a text that is shown whole. */
const wholeUpTo = 1_000_000;

/** The characters that are shown of a longer one. */
const shownOfLarge = 65_536;

/** Gives what adds a text to those of an owner. A page gets their beginnings, and asks for the rest by their ids. */
export function adding(owner: string, texts: string[]): (text: string) => LargeText {
  return (text) => {
    const id = `${owner}.${texts.push(text) - 1}`;
    return { id, size: text.length, start: text.length > wholeUpTo ? text.slice(0, shownOfLarge) : text };
  };
}

/** Texts that may be large, by ids. */
export class Texts {
  readonly #texts = new Map<string, readonly string[]>();

  /** Keeps the texts of an owner, in place of those that it had. */
  keep(owner: string, texts: readonly string[]): void {
    this.#texts.set(owner, texts);
  }

  /** Undefined where there is none. */
  text(id: string): string | undefined {
    const [owner = "", index] = id.split(".");
    return this.#texts.get(owner)?.[Number(index)];
  }

  forget(owner: string): void {
    this.#texts.delete(owner);
  }
}
