declare namespace async {
  /** Does tasks as they come in, at most `concurrency` at a time; one when left out. */
  function queue<T>(worker: (task: T, next: Next) => void, concurrency?: number): Queue<T>;
  /** Does tasks as they come in, up to `payload` of them together; all that are there when left out. */
  function cargo<T>(worker: (tasks: T[], next: Next) => void, payload?: number): Cargo<T>;

  /** Tasks that are waiting. */
  interface Cargo<T> {
    /** Adds one task or several. The callback is called for each. */
    push(task: T | T[], done?: End): void;
    /** The number of tasks that wait. */
    length(): number;
    /** Called when as many are waiting as can be done at a time. Assign it. */
    saturated: () => void;
    /** Called when the last one that waited has begun. Assign it. */
    empty: () => void;
    /** Called when all are done. Assign it. */
    drain: () => void;
  }

  /** Tasks that are waiting, and tasks that are under way. */
  interface Queue<T> extends Cargo<T> {
    /** Adds one task or several in front of the others. */
    unshift(task: T | T[], done?: End): void;
    /** The number of tasks that are under way. */
    running(): number;
    /** The number of tasks that are done at a time. */
    concurrency: number;
  }

  /** A function with its first arguments: `async.parallel([async.apply(work, 1)])`. */
  function apply<First extends unknown[], Rest extends unknown[]>(
    work: (...values: [...First, ...Rest]) => void,
    ...first: First
  ): (...rest: Rest) => void;
  /** `async.compose(f, g)(x, done)` calls `g` with `x`, and `f` with what that found. */
  function compose<T, Middle, R>(
    f: (value: Middle, next: Next<R>) => void,
    g: (value: T, next: Next<Middle>) => void,
  ): (value: T, done: Next<R>) => void;
  /** Calls several functions with the same value, all at a time. */
  function applyEach<T>(functions: readonly ((value: T, next: Next) => void)[], value: T, done: End): void;
  /** The same, one after the other. */
  function applyEachSeries<T>(
    functions: readonly ((value: T, next: Next) => void)[],
    value: T,
    done: End,
  ): void;
  /** A function that remembers its results, by its first argument or by what `hasher` gives. */
  function memoize<T, R>(
    work: (value: T, next: Next<R>) => void,
    hasher?: (value: T) => string,
  ): (value: T, done: Next<R>) => void;
  /** Calls a function as soon as the script rests. */
  function nextTick(work: () => void): void;
  /** The same, after answers that are there already. */
  function setImmediate(work: () => void): void;
}
