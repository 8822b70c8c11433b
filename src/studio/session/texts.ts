import type { Text } from "../api.ts";

/** Characters of a text that is shown whole. */
const wholeUpTo = 1_000_000;

/** The characters that are shown of a longer one. */
const shownOfLarge = 65_536;

/** Texts that may be large, by ids: a page gets their beginnings, and asks for the rest. */
export class Texts {
  readonly #texts = new Map<string, string[]>();

  /** Takes the texts of an owner, in place of those that it had. Gives what adds one. */
  of(owner: string): (text: string) => Text {
    const texts: string[] = [];
    this.#texts.set(owner, texts);
    return (text) => {
      const id = `${owner}.${texts.push(text) - 1}`;
      return { id, size: text.length, start: text.length > wholeUpTo ? text.slice(0, shownOfLarge) : text };
    };
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
