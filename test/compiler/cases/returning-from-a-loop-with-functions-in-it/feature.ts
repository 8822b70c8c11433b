export function feature(): unknown {
  const calls: (() => number)[] = [];
  const first = (list: number[]) => {
    for (const n of list) {
      calls.push(() => n);
      if (n > 1) return "found " + n;
    }
    return "none";
  };
  return [first([1, 2, 3]), first([]), calls.map((call) => call())];
}
