class Counter {
  count = 0;
  readonly inner?: Counter;
  constructor(depth: number) {
    if (depth > 0) this.inner = new Counter(depth - 1);
  }
  add(by: number): this {
    this.count += by;
    return this;
  }
}

export function feature(): unknown {
  const counter = new Counter(1);
  counter.inner?.add(2).add(3);
  counter.inner?.inner?.add(9);
  counter.inner?.["add"]?.(1);
  return [counter.count, counter.inner?.count, counter.inner?.inner?.count ?? "none"];
}
