function first(pairs: [string, number][]): unknown {
  const calls: (() => unknown)[] = [];
  for (let round = 0; round < 2; round++) {
    calls.push(() => round);
    for (var [name, count = 1] of pairs) calls.push(() => round + count);
    for (var key in { x: 1 }) var { length, ...others } = { length: key.length, round };
    var { sum } = { sum: round + count! };
    for (var i = 0, end = 2; i < end; i++) if (i === 1) break;
    if (round === 1) return [name!, count!, key!, length!, others!, sum, i, calls.map((call) => call())];
  }
  return "none";
}

class Base {
  kind: string;
  constructor(kind: string) {
    this.kind = kind;
  }
}

class Finder extends Base {
  found: () => number = () => -1;
  constructor(list: number[]) {
    super("finder");
    for (const n of list) {
      if (n < 2) continue;
      this.found = () => n;
      return;
    }
  }
}

export function feature(): unknown {
  const finder = new Finder([1, 2, 3]);
  return [first([["a", 1], ["b", 2]]), finder.kind, finder.found(), new Finder([]).found()];
}
