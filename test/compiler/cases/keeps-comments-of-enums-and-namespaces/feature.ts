enum Size {
  // sorted

  // by use
  Small = "s".length, // the default
  /** Rarely. */
  Large = 2, /* never */ Huge,
  // no more
}

/** Ever larger. */
enum Size {
  Giant = 9,
  Endless = 10,
} // from now on

/* and in one line */ enum Size { Last = 11 } // at last

namespace Limits {
  // per account
  export const calls = 5; // a minute

  /** The others. */
  export let bytes = 10,
    /* of them */ free = 4;
  /** Both at once. */
  export const { low, high } = { low: 1, high: 2 }; // as asked
  /** For partners. */
  export namespace Partner {
    // all of them
    export enum Kind {
      // the first
      Gold = calls,
    }
  } // so far
} // for all

export function feature() {
  const { calls, bytes, free, low, high, Partner } = Limits;
  return [Size.Small, Size.Large, Size.Huge, Size.Giant, Size.Last, calls, bytes, free, low, high, Partner.Kind.Gold];
}
