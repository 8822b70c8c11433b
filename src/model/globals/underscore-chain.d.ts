declare namespace _ {
  /**
   * A chain: `_.chain(list).filter(…).pluck("name").value()`. It has no `each`, which would end it on the older runtime: use `tap`,
   * or `each` on the value.
   */
  interface Chain<V> {
    /** Ends the chain, with what has come of it. */
    value(): V;
    /** Calls a function with what has come of it so far. */
    tap(interceptor: (value: V) => unknown): Chain<V>;

    /** As `_.map`. */
    map<R>(iterator: Iterator<V, R>, context?: unknown): Chain<R[]>;
    /** As `_.collect`. */
    collect<R>(iterator: Iterator<V, R>, context?: unknown): Chain<R[]>;
    /** As `_.reduce`. */
    reduce<M>(iterator: (memo: M, item: Item<V>, key: Key<V>) => M, memo: M, context?: unknown): Chain<M>;
    /** As `_.reduceRight`. */
    reduceRight<M>(
      iterator: (memo: M, item: Item<V>, key: Key<V>) => M,
      memo: M,
      context?: unknown,
    ): Chain<M>;
    /** As `_.find`. */
    find(iterator: Iterator<V, unknown>, context?: unknown): Chain<Item<V> | undefined>;
    /** As `_.detect`. */
    detect(iterator: Iterator<V, unknown>, context?: unknown): Chain<Item<V> | undefined>;
    /** As `_.filter`. */
    filter(iterator: Iterator<V, unknown>, context?: unknown): Chain<Item<V>[]>;
    /** As `_.select`. */
    select(iterator: Iterator<V, unknown>, context?: unknown): Chain<Item<V>[]>;
    /** As `_.reject`. */
    reject(iterator: Iterator<V, unknown>, context?: unknown): Chain<Item<V>[]>;
    /** As `_.where`. */
    where(properties: Partial<Item<V>>): Chain<Item<V>[]>;
    /** As `_.findWhere`. */
    findWhere(properties: Partial<Item<V>>): Chain<Item<V> | undefined>;
    /** As `_.every`. */
    every(iterator?: Iterator<V, unknown>, context?: unknown): Chain<boolean>;
    /** As `_.all`. */
    all(iterator?: Iterator<V, unknown>, context?: unknown): Chain<boolean>;
    /** As `_.some`. */
    some(iterator?: Iterator<V, unknown>, context?: unknown): Chain<boolean>;
    /** As `_.any`. */
    any(iterator?: Iterator<V, unknown>, context?: unknown): Chain<boolean>;
    /** As `_.contains`. */
    contains(value: Item<V>): Chain<boolean>;
    /** As `_.include`. */
    include(value: Item<V>): Chain<boolean>;
    /** As `_.pluck`. */
    pluck<Name extends keyof Item<V>>(property: Name): Chain<Item<V>[Name][]>;
    /** As `_.max`. */
    max(iterator: Iterator<V, number>, context?: unknown): Chain<Item<V> | number>;
    /** As `_.min`. */
    min(iterator: Iterator<V, number>, context?: unknown): Chain<Item<V> | number>;
    /** As `_.sortBy`. */
    sortBy(criterion: Criterion<V, Sortable>, context?: unknown): Chain<Item<V>[]>;
    /** As `_.groupBy`. */
    groupBy(criterion: Criterion<V>, context?: unknown): Chain<Dictionary<Item<V>[]>>;
    /** As `_.countBy`. */
    countBy(criterion: Criterion<V>, context?: unknown): Chain<Dictionary<number>>;
    /** As `_.toArray`. */
    toArray(): Chain<Item<V>[]>;
    /** As `_.size`. */
    size(): Chain<number>;

    /** As `_.first`. */
    first(): Chain<Item<V> | undefined>;
    first(count: number): Chain<Item<V>[]>;
    /** As `_.last`. */
    last(): Chain<Item<V> | undefined>;
    last(count: number): Chain<Item<V>[]>;
    /** As `_.initial`. */
    initial(count?: number): Chain<Item<V>[]>;
    /** As `_.rest`. */
    rest(count?: number): Chain<Item<V>[]>;
    /** As `_.compact`. */
    compact(): Chain<Exclude<Item<V>, Falsy>[]>;
    /** As `_.flatten`. */
    flatten(): Chain<Flat<Item<V>>[]>;
    /** As `_.without`. */
    without(...values: Item<V>[]): Chain<Item<V>[]>;
    /** As `_.union`. */
    union(...others: Item<V>[][]): Chain<Item<V>[]>;
    /** As `_.intersection`. */
    intersection(...others: Item<V>[][]): Chain<Item<V>[]>;
    /** As `_.difference`. */
    difference(...others: Item<V>[][]): Chain<Item<V>[]>;
    /** As `_.uniq`. */
    uniq(iterator?: (item: Item<V>) => unknown): Chain<Item<V>[]>;
    /** Both lists, one after the other. */
    concat(...others: Item<V>[][]): Chain<Item<V>[]>;
    /** The items from `start` until before `end`. */
    slice(start: number, end?: number): Chain<Item<V>[]>;
    /** The items as one text. */
    join(separator: string): Chain<string>;

    /** As `_.keys`. */
    keys(): Chain<string[]>;
    /** As `_.values`. */
    values(): Chain<V[keyof V][]>;
    /** As `_.pairs`. */
    pairs(): Chain<[key: string, value: V[keyof V]][]>;
    /** Makes an object of pairs. */
    object(): Chain<Dictionary<Item<V> extends readonly [string, infer T] ? T : unknown>>;
    /** As `_.extend`. */
    extend<A extends object>(source: A): Chain<V & A>;
    /** As `_.defaults`. */
    defaults<D extends object>(defaults: D): Chain<Defaulted<V, D>>;
    /** As `_.pick`. */
    pick<Name extends keyof V>(...names: Name[]): Chain<Pick<V, Name>>;
    /** As `_.omit`. */
    omit<Name extends keyof V>(...names: Name[]): Chain<Omit<V, Name>>;
    /** As `_.clone`. */
    clone(): Chain<V>;
    /** As `_.isEqual`. */
    isEqual(other: unknown): Chain<boolean>;
    /** As `_.isEmpty`. */
    isEmpty(): Chain<boolean>;
  }
}
