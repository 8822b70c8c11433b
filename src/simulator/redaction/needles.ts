import type { Span } from "./changes.ts";
import type { SecretProperties } from "./views.ts";

/** A value that must not be seen, and what stands in its place. */
export interface Secret {
  readonly value: string;
  readonly placeholder: string;
  /** True if it is more than an account's name, say: then it is looked for in the names of properties, too. */
  readonly isCredential: boolean;
}

/** The place of a secret in a text. */
export interface SecretMatch extends Span {
  readonly placeholder: string;
}

interface Needle {
  readonly pattern: RegExp;
  readonly placeholder: string;
}

/** A shorter value is looked for where it stands alone only: `1` is in many a text. */
const SHORTEST = 4;

/** A number of fewer digits is part of many a word. */
const FEWEST_DIGITS = 6;

/** The way in which values are looked for. */
export interface NeedleOptions {
  /** True if a value that is a word or a number is not looked for within other words and numbers. Default: false. */
  readonly wholeWords?: boolean;
}

/** Finds secrets in a text, in any case, each also where another overlaps it. Accents are decomposed there and in the values. */
export class Needles {
  readonly #needles: readonly Needle[];
  readonly #any: RegExp | undefined;
  /** The properties of the secrets: they decide in which ways a text is read. */
  readonly secretProperties: SecretProperties;

  constructor(secrets: readonly Secret[], search: NeedleOptions = {}) {
    this.#needles = secrets.map(({ value, placeholder }) => {
      const decomposed = value.normalize("NFD");
      const flags = value.length < SHORTEST ? "g" : "gi";
      return { pattern: new RegExp(patternOf(decomposed, search), flags), placeholder };
    });
    const values = secrets.map(({ value }) => value);
    const haveAccents = values.some((value) => /[^\0-\x7f]/.test(value));
    this.secretProperties = {
      haveBlanks: values.some((value) => /\s/.test(value)),
      haveAccents,
      fewestCharacters: haveAccents ? 0 : Math.min(...values.map(({ length }) => length)),
    };
    const sources = this.#needles.map(({ pattern }) => pattern.source);
    if (sources.length > 0) this.#any = new RegExp(sources.join("|"), "i");
  }

  isIn(text: string): boolean {
    return this.#any?.test(text) === true && this.find(text).length > 0;
  }

  find(text: string): SecretMatch[] {
    if (!this.#any?.test(text)) return [];
    return this.#needles.flatMap(({ pattern, placeholder }) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => {
        return { start: index, end: index + length, placeholder };
      }),
    );
  }
}

function patternOf(value: string, { wholeWords = false }: NeedleOptions): string {
  const literal = value.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  // After a `%`, digits are those of another character.
  const alone = `(?<![\\w%])${literal}(?!\\w)`;
  const isNumber = /^\d+$/.test(value);
  if (value.length < SHORTEST || (isNumber && value.length < FEWEST_DIGITS)) return alone;
  if (wholeWords && (isNumber || /^[a-z]+$/i.test(value))) return `(?<!\\w)${literal}(?!\\w)`;
  return isNumber ? `(?<!\\d)${literal}(?!\\d)` : literal;
}
