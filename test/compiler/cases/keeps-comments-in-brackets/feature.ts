function count(...values: readonly unknown[]): number {
  return values.length;
}

export function feature(): unknown {
  const first = count(/* first */ 1, 2 /* second */, /* third */ 3 /* last */);
  const none = count(/* nothing */);
  const list = [/* a */ 1, 2 /* b */, /* c */];
  const empty: number[] = [/* empty */];
  const record = { /* key */ a: 1 /* value */, b: 2 /* end */ };
  const item = list[/* index */ 0];
  const other = list[1 /* behind an index */];
  list[/* set */ 1] = record["a" /* name */];
  const made = new Date(/* now */ 0);
  const one = 1, // at the end of a variable
    // above a variable
    two = 2; // at the end of both
  const three = 3 /* in front of a semicolon */;
  for (const [key] of [["a"]]) {
    // nothing is done
  }
  function withDefault(limit = 1 /* most */, /* rest */ ...others: number[]) {
    // nothing is done with it
  }
  class Held {
    constructor(readonly value: number) {
      // nothing else is set
    }
  }
  withDefault();
  if (one) count(/* in a branch */);
  else count(/* in the other */);
  const maybe = record as { a?: number } | undefined;
  if ((maybe?.a === 2 /* behind a comparison, in brackets */)) count(4);
  while (one > two) count(2 /* in a loop */);
  const keys = {
    c: 1,
    // above a key that is computed
    [`k${two}`]: 2, // behind a key that is computed
    ...record,
    // above a getter
    get size() {
      return three;
    },
    b: 3,
  };
  return [first, none, list, empty, item, other, made.getTime(), new Held(4).value, keys];
}
