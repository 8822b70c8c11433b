interface Options {
  // Of a type, nothing is left.
  readonly scale?: number;
}

/** Adds, and scales what comes of it. */
function add(
  a: number, // the first number
  /* the second number */ b: number,
  // how
  { scale = 2 /* unless said */ }: Options = {},
): number {
  return (a /* number */ + b /* number, too */) * scale;
}

class Sum {
  readonly parts: number[];

  constructor(/* numbers */ ...parts: number[]) {
    this.parts = parts;
  }

  total(start: number /* mostly 0 */ = 0, { times = 1 }: { /* Of a type, too. */ times?: number } = {}): number {
    let total = start;
    for (const part of this.parts /* in their order */) {
      total += part;
    }
    return total * times;
  }
}

export function feature(): unknown {
  const { first /* may be missing */, second } = { first: undefined as number | undefined, second: 2 };
  const given = (/* nothing */) => {
    return [3, 4];
  };
  // Each is shifted,
  const shifted = given
    // as it is called,
    ()
    .map((n) => n + second);
  const missing = (undefined as Options | undefined)
    // where there are options
    ?.scale;
  const list: /* of texts */ string[] = [];
  if (missing) {
    list.push("missing");
  }
  // otherwise
  else if (
    // which stays where it is
    first
  ) {
    list.push("first");
  }
  /* in all other cases */
  else {
    list.push("none");
  }
  try {
    list.push(String(add(1, 2)));
  }
  // whatever it was
  catch {
    list.push("caught");
  }
  // in any case
  finally {
    list.push("finally");
  }
  return { shifted, list, total: new Sum(1, 2).total() };
}
