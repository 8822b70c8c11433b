export function feature(): unknown {
  class Counter {
    n = 0;
    add(list: number[]) {
      list.forEach((x) => {
        this.n += x;
      });
      return this;
    }
  }
  return new Counter().add([1, 2]).add([3]).n;
}
