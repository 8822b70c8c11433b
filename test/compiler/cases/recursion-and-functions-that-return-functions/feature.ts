export function feature(): unknown {
  const fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1));
  const add = (a: number) => (b: number) => (c: number) => a + b + c;
  return [fact(5), add(1)(2)(3), [3, 1, 2].sort((a, b) => a - b)];
}
