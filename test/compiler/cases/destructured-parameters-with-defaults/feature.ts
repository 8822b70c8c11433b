export function feature(): unknown {
  function f(
    {
      a = 1,
      b: { c = [2] } = {} as { c?: number[] },
      ...rest
    }: { a?: number; b?: { c?: number[] }; d?: number } = {},
    [x, , y = 3]: number[] = [0, 0],
  ) {
    return [a, c, rest, x, y];
  }
  return [f(), f({ a: 5, b: { c: [6] }, d: 7 }, [8, 9, 10])];
}
