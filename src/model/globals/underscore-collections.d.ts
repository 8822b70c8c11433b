/*
 * Underscore, as far as 1.4.4 and 1.13.8 agree: the names that both have, with the arguments that both take. So a function
 * cannot be named by a property (`_.map(list, "name")`) where 1.4.4 does not know that, and `_.each` returns nothing.
 *
 * Source: docs/platform.md, "Two runtimes"; both versions, as test/model/globals observes them.
 */

/** Underscore: functions for collections, arrays and objects. Those of the first kind take null for an empty collection. */
declare function _<Value>(value: Value): _.Wrapped<Value>;

declare namespace _ {
  /** Anything with a length and indexes: an array, a text, a NodeList. */
  interface List<T> {
    /** The number of items. */
    readonly length: number;
    readonly [index: number]: T;
  }

  /** A list, or an object of which the values count. An object with a property `length` is taken for a list. */
  type Collection = List<unknown> | object | null | undefined;

  /** An item of a collection. */
  type Item<C> = C extends List<infer T> ? T : C extends object ? C[keyof C] : never;
  /** The index or the key of an item. */
  type Key<C> = C extends List<unknown> ? number : C extends object ? Extract<keyof C, string> : never;
  /** The function that is called for each item. */
  type Iterator<C, Result> = (item: Item<C>, key: Key<C>, collection: NonNullable<C>) => Result;
  /** The criterion by which items are compared or sorted: a function, or the name of a property. */
  type Criterion<C, Result = unknown> = Iterator<C, Result> | keyof Item<C>;
  /** A value that can be sorted by. */
  type Sortable = string | number | boolean | Date | null | undefined;
  /** An object by keys that are not known beforehand. */
  interface Dictionary<T> {
    [key: string]: T;
  }
  /** A name under which T has a method. */
  type MethodOf<T> = { [K in keyof T]: T[K] extends (...values: never[]) => unknown ? K : never }[keyof T];
  /** The result of such a method. */
  type ResultOf<T> = T extends (...values: never[]) => infer Result ? Result : never;

  /** Calls a function for each item. Returns nothing; the result of the function does not matter. */
  function each<C extends Collection>(collection: C, iterator: Iterator<C, unknown>, context?: unknown): void;
  /** The same as `each`. */
  const forEach: typeof each;

  /** The result of a function for each item: `_.map([1, 2], (n) => n * 2)` -> `[2, 4]`. For a property see `pluck`. */
  function map<C extends Collection, Result>(
    collection: C,
    iterator: Iterator<C, Result>,
    context?: unknown,
  ): Result[];
  /** The same as `map`. */
  const collect: typeof map;

  /** Makes one value of all items, from the first to the last: `_.reduce([1, 2], (sum, n) => sum + n, 0)` -> `3`. */
  function reduce<C extends Collection, Memo>(
    collection: C,
    iterator: (memo: Memo, item: Item<C>, key: Key<C>, collection: NonNullable<C>) => Memo,
    memo: Memo,
    context?: unknown,
  ): Memo;
  /** The same as `reduce`. */
  const foldl: typeof reduce;
  /** The same as `reduce`. */
  const inject: typeof reduce;
  /** As `reduce`, from the last to the first. */
  const reduceRight: typeof reduce;
  /** The same as `reduceRight`. */
  const foldr: typeof reduce;

  /** The first item for which a function says yes; undefined when there is none. */
  function find<C extends Collection>(
    collection: C,
    iterator: Iterator<C, unknown>,
    context?: unknown,
  ): Item<C> | undefined;
  /** The same as `find`. */
  const detect: typeof find;

  /** The items for which a function says that they are of a type. */
  function filter<C extends Collection, T extends Item<C>>(
    collection: C,
    iterator: (item: Item<C>, key: Key<C>, collection: NonNullable<C>) => item is T,
    context?: unknown,
  ): T[];
  /** The items for which a function says yes. */
  function filter<C extends Collection>(
    collection: C,
    iterator: Iterator<C, unknown>,
    context?: unknown,
  ): Item<C>[];
  /** The same as `filter`. */
  const select: typeof filter;
  /** The items for which a function says no. */
  function reject<C extends Collection>(
    collection: C,
    iterator: Iterator<C, unknown>,
    context?: unknown,
  ): Item<C>[];

  /** The items that have all of the given properties: `_.where(people, { city: "Paris" })`. At least one is given. */
  function where<C extends Collection>(collection: C, properties: Partial<Item<C>>): Item<C>[];
  /** The first of them; undefined when there is none. */
  function findWhere<C extends Collection>(collection: C, properties: Partial<Item<C>>): Item<C> | undefined;

  /** Tells whether a function says yes to each item; without a function, whether each is truthy. */
  function every<C extends Collection>(
    collection: C,
    iterator?: Iterator<C, unknown>,
    context?: unknown,
  ): boolean;
  /** The same as `every`. */
  const all: typeof every;
  /** Tells whether a function says yes to an item; without a function, whether any is truthy. */
  function some<C extends Collection>(
    collection: C,
    iterator?: Iterator<C, unknown>,
    context?: unknown,
  ): boolean;
  /** The same as `some`. */
  const any: typeof some;
  /** Tells whether a value, by `===`, is among the items. */
  function contains<C extends Collection>(collection: C, value: Item<C>): boolean;
  /** The same as `contains`. */
  const include: typeof contains;

  /** The result of a method of each item: `_.invoke(["a"], "toUpperCase")` -> `["A"]`. */
  function invoke<C extends Collection, Name extends MethodOf<Item<C>>>(
    collection: C,
    method_name: Name,
    ...values: Item<C>[Name] extends (...values: infer Values) => unknown ? Values : never
  ): ResultOf<Item<C>[Name]>[];
  /** A property of each item: `_.pluck(people, "name")`. */
  function pluck<C extends Collection, Name extends keyof Item<C>>(
    collection: C,
    property: Name,
  ): Item<C>[Name][];

  /** The highest number; `-Infinity` when there is none. */
  function max(collection: List<number> | Dictionary<number> | null | undefined): number;
  /** The item for which a function gives the highest number; `-Infinity` when there is no item. */
  function max<C extends Collection>(
    collection: C,
    iterator: Iterator<C, number>,
    context?: unknown,
  ): Item<C> | number;
  /** The lowest number; `Infinity` when there is none. */
  function min(collection: List<number> | Dictionary<number> | null | undefined): number;
  /** The item for which a function gives the lowest number; `Infinity` when there is no item. */
  function min<C extends Collection>(
    collection: C,
    iterator: Iterator<C, number>,
    context?: unknown,
  ): Item<C> | number;

  /** The items in rising order of what a function gives, or of a property. Equal ones stay in their order. */
  function sortBy<C extends Collection>(
    collection: C,
    criterion: Criterion<C, Sortable>,
    context?: unknown,
  ): Item<C>[];
  /** The items by what a function gives, or by a property: `_.groupBy(people, "city")`. */
  function groupBy<C extends Collection>(
    collection: C,
    criterion: Criterion<C>,
    context?: unknown,
  ): Dictionary<Item<C>[]>;
  /** As `groupBy`, with how many there are. */
  function countBy<C extends Collection>(
    collection: C,
    criterion: Criterion<C>,
    context?: unknown,
  ): Dictionary<number>;

  /** The items in random order. */
  function shuffle<C extends Collection>(collection: C): Item<C>[];
  /** The items as an array. */
  function toArray<C extends Collection>(collection: C): Item<C>[];
  /** The number of items. */
  function size(collection: Collection): number;
}
