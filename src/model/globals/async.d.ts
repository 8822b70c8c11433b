/*
 * async, as far as 0.2.9 and 2.6.4 agree. Source: docs/platform.md, "Two runtimes"; both versions, as test/model/globals observes them.
 *
 * Left out: filter, reject, detect, some and every with their variants, whose callbacks are `(yes)` in the one and `(error, yes)` in the
 * other; auto, whose tasks get their arguments in different orders; log and dir, which write past the platform's log.
 */

/**
 * Many callbacks at a time, or one after the other. Only for methods that take a callback: in any other use loops, since
 * `z.request` without a callback waits by itself.
 */
declare namespace async {
  /**
   * The callback of a task that is done: `next(error)`, or `next(null, result)`. Say what the result is where you name it,
   * `(url, next: async.Next<string>) => …`, for the results to be typed.
   *
   * The same is called at the end, once: look at the error first, since results may be there in part.
   */
  type Next<Result = void> = (error?: Error | null, result?: Result) => void;
  /** The callback at the end, called once, when there are no results. */
  type End = (error?: Error | null) => void;
  /** Something to do. */
  type Task<Result> = (next: Next<Result>) => void;

  /** Does something with each item, all at a time. */
  function each<T>(list: readonly T[], iterator: (item: T, next: Next) => void, done?: End): void;
  /** The same, one after the other. */
  function eachSeries<T>(list: readonly T[], iterator: (item: T, next: Next) => void, done?: End): void;
  /** The same, at most `limit` at a time. */
  function eachLimit<T>(
    list: readonly T[],
    limit: number,
    iterator: (item: T, next: Next) => void,
    done?: End,
  ): void;
  /** The same as `each`. */
  const forEach: typeof each;
  /** The same as `eachSeries`. */
  const forEachSeries: typeof eachSeries;
  /** The same as `eachLimit`. */
  const forEachLimit: typeof eachLimit;

  /** Makes something of each item, all at a time. The results are in the order of the items. */
  function map<T, R>(list: readonly T[], iterator: (item: T, next: Next<R>) => void, done?: Next<R[]>): void;
  /** The same, one after the other. */
  function mapSeries<T, R>(
    list: readonly T[],
    iterator: (item: T, next: Next<R>) => void,
    done?: Next<R[]>,
  ): void;
  /** The same, at most `limit` at a time. */
  function mapLimit<T, R>(
    list: readonly T[],
    limit: number,
    iterator: (item: T, next: Next<R>) => void,
    done?: Next<R[]>,
  ): void;
  /** Makes one list of the lists that it makes of each item, all at a time. */
  function concat<T, R>(
    list: readonly T[],
    iterator: (item: T, next: Next<R[]>) => void,
    done?: Next<R[]>,
  ): void;
  /** The same, one after the other. */
  function concatSeries<T, R>(
    list: readonly T[],
    iterator: (item: T, next: Next<R[]>) => void,
    done?: Next<R[]>,
  ): void;
  /** Makes one value of all items, one after the other, from the first to the last. */
  function reduce<T, Memo>(
    list: readonly T[],
    memo: Memo,
    iterator: (memo: NoInfer<Memo>, item: T, next: Next<NoInfer<Memo>>) => void,
    done?: Next<NoInfer<Memo>>,
  ): void;
  /** The same as `reduce`. */
  const inject: typeof reduce;
  /** The same as `reduce`. */
  const foldl: typeof reduce;
  /** As `reduce`, from the last to the first. */
  const reduceRight: typeof reduce;
  /** The same as `reduceRight`. */
  const foldr: typeof reduce;
  /** The items in rising order of what is found out about each. */
  function sortBy<T>(
    list: readonly T[],
    iterator: (item: T, next: Next<string | number>) => void,
    done?: Next<T[]>,
  ): void;

  /** Does all tasks of a list or of an object at a time. The results have the tasks' places or names. */
  function parallel<Results extends object>(
    tasks: { [K in keyof Results]: Task<Results[K]> },
    done?: Next<Results>,
  ): void;
  /** The same, at most `limit` at a time. */
  function parallelLimit<Results extends object>(
    tasks: { [K in keyof Results]: Task<Results[K]> },
    limit: number,
    done?: Next<Results>,
  ): void;
  /** The same, one after the other. */
  function series<Results extends object>(
    tasks: { [K in keyof Results]: Task<Results[K]> },
    done?: Next<Results>,
  ): void;

  /** Does tasks one after the other, each getting what the one before it found. */
  function waterfall<A, R>(
    tasks: [first: Task<A>, last: (value: A, next: Next<R>) => void],
    done?: Next<R>,
  ): void;
  function waterfall<A, B, R>(
    tasks: [
      first: Task<A>,
      second: (value: A, next: Next<B>) => void,
      last: (value: B, next: Next<R>) => void,
    ],
    done?: Next<R>,
  ): void;
  function waterfall<A, B, C, R>(
    tasks: [
      first: Task<A>,
      second: (value: A, next: Next<B>) => void,
      third: (value: B, next: Next<C>) => void,
      last: (value: C, next: Next<R>) => void,
    ],
    done?: Next<R>,
  ): void;

  /** Does something, beginning when the one before is done, as long as `test` says yes. */
  function whilst(test: () => boolean, work: (next: Next) => void, done: End): void;
  /** The same, doing it once before the first test. */
  function doWhilst(work: (next: Next) => void, test: () => boolean, done: End): void;
  /** As `whilst`, as long as `test` says no. */
  function until(test: () => boolean, work: (next: Next) => void, done: End): void;
  /** As `doWhilst`, as long as `test` says no. */
  function doUntil(work: (next: Next) => void, test: () => boolean, done: End): void;
  /** Does something again and again, until it gives an error. */
  function forever(work: (next: Next) => void, done: (error: Error) => void): void;
  /** Does something with 0, 1, 2, …, `count` times, all at a time. */
  function times<R>(count: number, iterator: (index: number, next: Next<R>) => void, done?: Next<R[]>): void;
  /** The same, one after the other. */
  function timesSeries<R>(
    count: number,
    iterator: (index: number, next: Next<R>) => void,
    done?: Next<R[]>,
  ): void;
}
