declare namespace _ {
  /** A function with `this`, and with its first arguments. */
  function bind<First extends unknown[], Rest extends unknown[], Result>(
    work: (...values: [...First, ...Rest]) => Result,
    context: unknown,
    ...first: First
  ): (...rest: Rest) => Result;
  /** A function with its first arguments. */
  function partial<First extends unknown[], Rest extends unknown[], Result>(
    work: (...values: [...First, ...Rest]) => Result,
    ...first: First
  ): (...rest: Rest) => Result;
  /** Makes `this` of the named methods be the object, and returns it. */
  function bindAll<T extends object>(object: T, ...method_names: [MethodOf<T>, ...MethodOf<T>[]]): T;

  /** A function that remembers its results, by its first argument or by what `hasher` gives. */
  function memoize<Values extends unknown[], Result>(
    work: (...values: Values) => Result,
    hasher?: (...values: Values) => string,
  ): (...values: Values) => Result;
  /** A function that runs the first time only; later it gives the same result again. */
  function once<Values extends unknown[], Result>(
    work: (...values: Values) => Result,
  ): (...values: Values) => Result;
  /** A function that runs from the `count`-th call on. */
  function after<Values extends unknown[], Result>(
    count: number,
    work: (...values: Values) => Result,
  ): (...values: Values) => Result | undefined;
  /** A function that gets the given one as its first argument. */
  function wrap<Inner, Values extends unknown[], Result>(
    work: Inner,
    wrapper: (work: Inner, ...values: Values) => Result,
  ): (...values: Values) => Result;
  /** `_.compose(f, g)(x)` is `f(g(x))`. */
  function compose<Values extends unknown[], Middle, Result>(
    f: (value: Middle) => Result,
    g: (...values: Values) => Middle,
  ): (...values: Values) => Result;
  /** The same, for any number of functions of one type. */
  function compose<T>(...functions: ((value: T) => T)[]): (value: T) => T;

  /** Calls a function later: see `setTimeout`. */
  function delay<Values extends unknown[]>(
    work: (...values: Values) => unknown,
    milliseconds: number,
    ...values: Values
  ): void;
  /** Calls a function as soon as the script rests. */
  function defer<Values extends unknown[]>(work: (...values: Values) => unknown, ...values: Values): void;
  /** A function that runs at most once in so many milliseconds. */
  function throttle<Values extends unknown[]>(
    work: (...values: Values) => unknown,
    milliseconds: number,
  ): (...values: Values) => void;
  /** A function that runs when it was not called for so many milliseconds; with `immediate`, at once and then not. */
  function debounce<Values extends unknown[]>(
    work: (...values: Values) => unknown,
    milliseconds: number,
    immediate?: boolean,
  ): (...values: Values) => void;

  /** The value itself. */
  function identity<T>(value: T): T;
  /** The results of a function for 0, 1, 2, …, `count` times. */
  function times<Result>(count: number, iterator: (index: number) => Result, context?: unknown): Result[];
  /** A whole number from 0 to `max`, both included. */
  function random(max: number): number;
  /** A whole number from `min` to `max`, both included. */
  function random(min: number, max: number): number;
  /** A text that is new in this call of the script. */
  function uniqueId(prefix?: string): string;
  /** Escapes `&`, `<`, `>`, `"` and `'` for HTML. The older runtime escapes `/` too. */
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the library's own name
  function escape(text: string): string;
  /** Undoes `escape`. */
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the library's own name
  function unescape(text: string): string;
  /** Adds functions to `_`, for this call of the script. They are not typed. */
  function mixin(functions: { readonly [name: string]: (...values: never[]) => unknown }): void;

  // Source: runner, index.js: it sets `{{ }}` and turns evaluation off. In 1.13 the second argument is for settings.
  /**
   * A function that fills in a text: `_.template("Hello {{name}}")({ name: "Ann" })`. Between the braces stands a JavaScript
   * expression. Give the values to the function that comes of it, never to `template` itself.
   */
  function template(text: string): (values: object) => string;

  /** Begins a chain: each further call gives the next, and `value()` ends it. */
  function chain<Value>(value: Value): Chain<Value>;
}
