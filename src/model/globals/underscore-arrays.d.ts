declare namespace _ {
  /** The first item; undefined when there is none. */
  function first<T>(list: List<T>): T | undefined;
  /** The first `count` items. */
  function first<T>(list: List<T>, count: number): T[];
  /** The same as `first`. */
  const head: typeof first;
  /** The same as `first`. */
  const take: typeof first;
  /** The last item; undefined when there is none. */
  function last<T>(list: List<T>): T | undefined;
  /** The last `count` items. */
  function last<T>(list: List<T>, count: number): T[];
  /** All items but the last `count`; but the last one when left out. */
  function initial<T>(list: List<T>, count?: number): T[];
  /** All items but the first `count`; but the first one when left out. */
  function rest<T>(list: List<T>, count?: number): T[];
  /** The same as `rest`. */
  const tail: typeof rest;
  /** The same as `rest`. */
  const drop: typeof rest;

  /** The values that make a condition fail. */
  type Falsy = false | null | undefined | "" | 0;
  /** The items without those that are false, null, undefined, `""`, 0 or NaN. */
  function compact<T>(list: List<T>): Exclude<T, Falsy>[];

  /** The items of nested arrays when they are flattened. */
  type Flat<T> = T extends readonly (infer Inner)[] ? Flat<Inner> : T;
  /** `[1, [2, [3]]]` -> `[1, 2, [3]]`. */
  function flatten<T>(list: List<T>, shallow: true): (T extends readonly (infer Inner)[] ? Inner : T)[];
  /** `[1, [2, [3]]]` -> `[1, 2, 3]`. */
  function flatten<T>(list: List<T>): Flat<T>[];

  /** The items but for the given values. */
  function without<T>(list: List<T>, ...values: T[]): T[];
  /** The items of all lists, each once. */
  function union<T>(...lists: readonly T[][]): T[];
  /** The items that are in each of the lists, each once. */
  function intersection<T>(...lists: readonly T[][]): T[];
  /** The items of the first list that are in none of the others. */
  function difference<T>(list: readonly T[], ...others: readonly T[][]): T[];

  /** Each item once, the first of equal ones; with a function, of those for which it gives the same. */
  function uniq<T>(list: readonly T[], iterator?: (item: T, index: number, list: T[]) => unknown): T[];
  /** The same, faster, of a list in which equal items stand side by side. */
  function uniq<T>(
    list: readonly T[],
    is_sorted: boolean,
    iterator?: (item: T, index: number, list: T[]) => unknown,
  ): T[];
  /** The same as `uniq`. */
  const unique: typeof uniq;

  /** `(["a", "b"], [1, 2])` -> `[["a", 1], ["b", 2]]`. The longest list counts; a missing value is undefined. */
  function zip<A, B>(a: readonly A[], b: readonly B[]): [A | undefined, B | undefined][];
  /** The same, for three or more lists. */
  function zip<T>(...lists: readonly T[][]): (T | undefined)[][];
  /** `(["a", "b"], [1, 2])` -> `{ a: 1, b: 2 }`. */
  function object<T>(keys: readonly string[], values: readonly T[]): Dictionary<T>;
  /** `[["a", 1], ["b", 2]]` -> `{ a: 1, b: 2 }`. */
  function object<T>(pairs: readonly (readonly [key: string, value: T])[]): Dictionary<T>;

  /** The index of a value, by `===`; -1 when it is not there. Faster with `true`, for a list in rising order. */
  function indexOf<T>(list: readonly T[], value: T, is_sorted?: true): number;
  /** The last index of a value, by `===`; -1 when it is not there. */
  function lastIndexOf<T>(list: readonly T[], value: T, from?: number): number;
  /** The index at which a value belongs in a list that is in rising order, of itself or by a function or property. */
  function sortedIndex<T>(
    list: readonly T[],
    value: T,
    criterion?: ((item: T) => Sortable) | keyof T,
    context?: unknown,
  ): number;

  /** `_.range(3)` -> `[0, 1, 2]`. */
  function range(end: number): number[];
  /** `_.range(1, 10, 4)` -> `[1, 5, 9]`. The step is 1 when left out. */
  function range(start: number, end: number, step?: number): number[];
}
