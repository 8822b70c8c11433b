import fc from "fast-check";
import type { Scope, Type } from "./scope.ts";

/** A piece of a program, written down once it is known what can be named where it stands. */
export type Code = (scope: Scope) => string;

/** Pieces that are generated, by what they are. */
export interface Pieces {
  readonly number: fc.Arbitrary<Code>;
  readonly text: fc.Arbitrary<Code>;
  readonly condition: fc.Arbitrary<Code>;
  readonly list: fc.Arbitrary<Code>;
  readonly record: fc.Arbitrary<Code>;
  readonly call: fc.Arbitrary<Code>;
  readonly statements: fc.Arbitrary<Code>;
}

/** How often a piece is generated, and what it is made of. */
type Form = readonly [weight: number, piece: fc.Arbitrary<Code>];

/** code`(${a} + ${b})` */
export function code(texts: TemplateStringsArray, ...parts: readonly (Code | string)[]): Code {
  return (scope) =>
    texts.reduce((written, text, index) => {
      const part = parts[index - 1] as Code | string;
      return written + (typeof part === "string" ? part : part(scope)) + text;
    });
}

/** One of the forms. Shrinks to the first, which is made of no other pieces. */
export function oneOf(...forms: readonly Form[]): fc.Arbitrary<Code> {
  const options = {
    withCrossShrink: true,
    depthIdentifier: "program",
    depthSize: "large",
    maxDepth: 7,
  } as const;
  return fc.oneof(options, ...forms.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** What pieces become. */
export function of<T extends readonly unknown[]>(
  pieces: { [index in keyof T]: fc.Arbitrary<T[index]> },
  write: (...parts: T) => Code,
): fc.Arbitrary<Code> {
  return fc
    .tuple<unknown[]>(...(pieces as fc.Arbitrary<unknown>[]))
    .map((parts) => write(...(parts as unknown as T)));
}

/** One of these texts. */
export function word(...words: readonly string[]): fc.Arbitrary<Code> {
  return fc.constantFrom(...words).map((text) => () => text);
}

export const pick = fc.nat(99);

/** The variables that are declared with `var`, more than once each. They hold numbers, or nothing yet. */
export const varName = word("v0", "v1", "v2");

/** A variable of a type, or what stands for it where there is none. */
export function variable(type: Type, otherwise: string, use?: "write"): fc.Arbitrary<Code> {
  return pick.map((index) => (scope) => scope.variable(type, index, use) ?? otherwise);
}

/** A variable of a type, if there is one, or one of these values. */
export function plain(type: Type, ...values: readonly string[]): fc.Arbitrary<Code> {
  return of([pick, word(...values)], (index, value) => (scope) => {
    const name = index % 3 > 0 ? scope.variable(type, index) : undefined;
    return name ?? value(scope);
  });
}

/** What is done with a variable that can be changed, or what stands for it where there is none. */
export function changing(
  type: Type,
  otherwise: string,
  write: (name: string) => Code,
): (index: number) => Code {
  return (index) => (scope) => {
    const name = scope.variable(type, index, "write");
    return name === undefined ? otherwise : write(name)(scope);
  };
}
