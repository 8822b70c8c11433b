declare namespace _ {
  /** The result of `_(value)`: the functions for collections, arrays and objects, as methods. Not a chain: see `chain`. */
  interface Wrapped<V> {
    /** Begins a chain: each further call gives the next, and `value()` ends it. */
    chain(): Chain<V>;
    /** The value itself. */
    value(): V;

    /** As `_.each`. */
    each(iterator: Iterator<V, unknown>, context?: unknown): void;
    /** As `_.forEach`. */
    forEach(iterator: Iterator<V, unknown>, context?: unknown): void;
    /** As `_.map`. */
    map<R>(iterator: Iterator<V, R>, context?: unknown): R[];
    /** As `_.collect`. */
    collect<R>(iterator: Iterator<V, R>, context?: unknown): R[];
    /** As `_.reduce`. */
    reduce<M>(iterator: (memo: M, item: Item<V>, key: Key<V>) => M, memo: M, context?: unknown): M;
    /** As `_.reduceRight`. */
    reduceRight<M>(iterator: (memo: M, item: Item<V>, key: Key<V>) => M, memo: M, context?: unknown): M;
    /** As `_.find`. */
    find(iterator: Iterator<V, unknown>, context?: unknown): Item<V> | undefined;
    /** As `_.detect`. */
    detect(iterator: Iterator<V, unknown>, context?: unknown): Item<V> | undefined;
    /** As `_.filter`. */
    filter(iterator: Iterator<V, unknown>, context?: unknown): Item<V>[];
    /** As `_.select`. */
    select(iterator: Iterator<V, unknown>, context?: unknown): Item<V>[];
    /** As `_.reject`. */
    reject(iterator: Iterator<V, unknown>, context?: unknown): Item<V>[];
    /** As `_.where`. */
    where(properties: Partial<Item<V>>): Item<V>[];
    /** As `_.findWhere`. */
    findWhere(properties: Partial<Item<V>>): Item<V> | undefined;
    /** As `_.every`. */
    every(iterator?: Iterator<V, unknown>, context?: unknown): boolean;
    /** As `_.all`. */
    all(iterator?: Iterator<V, unknown>, context?: unknown): boolean;
    /** As `_.some`. */
    some(iterator?: Iterator<V, unknown>, context?: unknown): boolean;
    /** As `_.any`. */
    any(iterator?: Iterator<V, unknown>, context?: unknown): boolean;
    /** As `_.contains`. */
    contains(value: Item<V>): boolean;
    /** As `_.include`. */
    include(value: Item<V>): boolean;
    /** As `_.pluck`. */
    pluck<Name extends keyof Item<V>>(property: Name): Item<V>[Name][];
    /** As `_.max`. */
    max(iterator: Iterator<V, number>, context?: unknown): Item<V> | number;
    /** As `_.min`. */
    min(iterator: Iterator<V, number>, context?: unknown): Item<V> | number;
    /** As `_.sortBy`. */
    sortBy(criterion: Criterion<V, Sortable>, context?: unknown): Item<V>[];
    /** As `_.groupBy`. */
    groupBy(criterion: Criterion<V>, context?: unknown): Dictionary<Item<V>[]>;
    /** As `_.countBy`. */
    countBy(criterion: Criterion<V>, context?: unknown): Dictionary<number>;
    /** As `_.toArray`. */
    toArray(): Item<V>[];
    /** As `_.size`. */
    size(): number;

    /** As `_.first`. */
    first(): Item<V> | undefined;
    first(count: number): Item<V>[];
    /** As `_.last`. */
    last(): Item<V> | undefined;
    last(count: number): Item<V>[];
    /** As `_.initial`. */
    initial(count?: number): Item<V>[];
    /** As `_.rest`. */
    rest(count?: number): Item<V>[];
    /** As `_.compact`. */
    compact(): Exclude<Item<V>, Falsy>[];
    /** As `_.flatten`. */
    flatten(): Flat<Item<V>>[];
    /** As `_.without`. */
    without(...values: Item<V>[]): Item<V>[];
    /** As `_.union`. */
    union(...others: Item<V>[][]): Item<V>[];
    /** As `_.intersection`. */
    intersection(...others: Item<V>[][]): Item<V>[];
    /** As `_.difference`. */
    difference(...others: Item<V>[][]): Item<V>[];
    /** As `_.uniq`. */
    uniq(iterator?: (item: Item<V>) => unknown): Item<V>[];
    /** As `_.indexOf`. */
    indexOf(value: Item<V>): number;

    /** As `_.keys`. */
    keys(): string[];
    /** As `_.values`. */
    values(): V[keyof V][];
    /** As `_.pairs`. */
    pairs(): [key: string, value: V[keyof V]][];
    /** As `_.extend`. */
    extend<A extends object>(source: A): V & A;
    /** As `_.defaults`. */
    defaults<D extends object>(defaults: D): Defaulted<V, D>;
    /** As `_.pick`. */
    pick<Name extends keyof V>(...names: Name[]): Pick<V, Name>;
    /** As `_.omit`. */
    omit<Name extends keyof V>(...names: Name[]): Omit<V, Name>;
    /** As `_.clone`. */
    clone(): V;
    /** As `_.has`. */
    has(name: string): boolean;
    /** As `_.isEqual`. */
    isEqual(other: unknown): boolean;
    /** As `_.isEmpty`. */
    isEmpty(): boolean;
    /** For a number. */
    times<R>(iterator: (index: number) => R): R[];
    /** For a text. */
    escape(): string;
  }
}
