/*
 * Source: docs/platform.md, "Two runtimes": of the timers, `setInterval` is the one that is undefined at run time. Assumed: the
 * older runtime has these two, which Underscore and async need there.
 */

/**
 * Calls a function later. Only a method that takes a callback is still there by then: any other has returned.
 *
 * @param work - What to call. A text is not evaluated.
 * @param milliseconds - How much later; as soon as the script rests when left out. The whole method has 30 seconds.
 * @param values - What `work` is called with.
 */
declare function setTimeout<Values extends unknown[]>(
  work: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): setTimeout.Timer;

declare namespace setTimeout {
  /** The argument of `clearTimeout`. Its shape depends on the runtime. */
  interface Timer {
    /** Tells it from a number. */
    readonly "a timer, for clearTimeout": never;
  }
}

/** Prevents a call that `setTimeout` has promised. One that is over, or was none, does nothing. */
declare function clearTimeout(timer: setTimeout.Timer | undefined): void;
