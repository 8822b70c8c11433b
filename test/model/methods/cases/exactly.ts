/** Whether two types are the same, so that `any` equals `any` only. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Exactly<A, B> = Equal<A, B> extends true ? [] : ["not this type"];

/** Takes only a value whose type is exactly T: `is<string>()(value)`. */
export const is =
  <T>() =>
  <V>(_value: V, ..._exactly: Exactly<V, T>): void => {};

/** Takes only an object with exactly these properties: `has<"id" | "name">()(item)`. */
export const has =
  <Keys>() =>
  <V>(_object: V, ..._exactly: Exactly<keyof V, Keys>): void => {};

/** The methods that may take a callback. */
export type Asynchronous<Contracts> = {
  [M in keyof Contracts]: ((bundle: unknown, callback: unknown) => void) extends Contracts[M] ? M : never;
}[keyof Contracts];

/** Every method as an author writes it, and what an author may rely on in it. */
export type Positive<Contracts> = { [M in keyof Contracts]: Contracts[M] };

/** For every method what must be an error: each line below an `@ts-expect-error` is about its bundle or its result. */
export type Negative<Contracts> = { [M in keyof Contracts]: (bundle: BundleOf<Contracts[M]>) => void };

type BundleOf<M> = M extends (bundle: infer Bundle, ...callback: never[]) => unknown ? Bundle : never;
