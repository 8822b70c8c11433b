declare namespace _ {
  /** The names of an object's own properties. */
  function keys(object: object): string[];
  /** The values of an object's own properties. */
  function values<T extends object>(object: T): T[keyof T][];
  /** `{ a: 1, b: 2 }` -> `[["a", 1], ["b", 2]]`. */
  function pairs<T extends object>(object: T): [key: string, value: T[keyof T]][];
  /** `{ a: "x", b: "y" }` -> `{ x: "a", y: "b" }`. */
  function invert(object: { readonly [key: string]: string | number }): Dictionary<string>;
  /** The names of an object's methods, in order. */
  function functions(object: object): string[];
  /** The same as `functions`. */
  const methods: typeof functions;

  /** Copies all properties into the first object, the later ones winning, and returns it. */
  function extend<T extends object, A extends object>(target: T, source: A): T & A;
  /** The same, from several objects. */
  function extend<T extends object, A extends object, B extends object>(target: T, a: A, b: B): T & A & B;
  /** The same, from any number of objects, or of what may be missing. */
  function extend<T extends object>(target: T, ...sources: (Partial<T> | null | undefined)[]): T;

  /** An object with defaults for its undefined properties. */
  type Defaulted<T, D> = Omit<D, keyof T> & {
    [K in keyof T]-?: K extends keyof D ? Exclude<T[K], undefined> | D[K] : T[K];
  };
  /**
   * Fills in the properties of an object that are undefined, and returns it. Of those that are null, the older runtime fills
   * them in too.
   */
  function defaults<T extends object, D extends object>(target: T, defaults: D): Defaulted<T, D>;

  /** A copy with only the given properties. */
  function pick<T extends object, Name extends keyof T>(
    object: T,
    ...names: (Name | readonly Name[])[]
  ): Pick<T, Name>;
  /** A copy without the given properties. */
  function omit<T extends object, Name extends keyof T>(
    object: T,
    ...names: (Name | readonly Name[])[]
  ): Omit<T, Name>;
  /** A copy, whose members are the same. */
  function clone<T>(value: T): T;
  /** Calls a function with a value, and returns the value. For the middle of a chain. */
  function tap<T>(value: T, interceptor: (value: T) => unknown): T;
  /** Tells whether an object has a property itself. */
  function has(object: object, name: string): boolean;
  /** A property's value; when that is a function, what it returns. */
  function result<T extends object, Name extends keyof T>(
    object: T,
    name: Name,
  ): T[Name] extends (...values: never[]) => infer Result ? Result : T[Name];

  /** Tells whether two values are the same all the way down. */
  function isEqual(a: unknown, b: unknown): boolean;
  /** Tells whether a list, a text or an object has nothing in it. Null, undefined and numbers are empty. */
  function isEmpty(value: unknown): boolean;
  /** Tells whether a value is an element of a document. */
  function isElement(value: unknown): boolean;
  /** Tells whether a value is an array. */
  function isArray(value: unknown): value is unknown[];
  /** Tells whether a value is an object; arrays and functions are, null is not. */
  function isObject(value: unknown): value is object;
  /** Tells whether a value is the `arguments` of a function. */
  function isArguments(value: unknown): value is IArguments;
  /** Tells whether a value is a function. */
  function isFunction(value: unknown): value is (...values: never[]) => unknown;
  /** Tells whether a value is a text. */
  function isString(value: unknown): value is string;
  /** Tells whether a value is a number; NaN is. */
  function isNumber(value: unknown): value is number;
  /** Tells whether a value is a finite number, or a text that is one. */
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the library's own name
  function isFinite(value: unknown): boolean;
  /** Tells whether a value is true or false. */
  function isBoolean(value: unknown): value is boolean;
  /** Tells whether a value is a Date. */
  function isDate(value: unknown): value is Date;
  /** Tells whether a value is a regular expression. */
  function isRegExp(value: unknown): value is RegExp;
  /** Tells whether a value is the number NaN; undefined is not. */
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the library's own name
  function isNaN(value: unknown): boolean;
  /** Tells whether a value is null. */
  function isNull(value: unknown): value is null;
  /** Tells whether a value is undefined. */
  function isUndefined(value: unknown): value is undefined;
}
