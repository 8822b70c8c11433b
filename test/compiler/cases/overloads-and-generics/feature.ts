export function feature(): unknown {
  function over(a: string): string;
  function over(a: number): number;
  function over(a: string | number) {
    return a;
  }
  const ident = <T>(x: T): T => x;
  const swap = <A, B>([a, b]: [A, B]): [B, A] => [b, a];
  return [over("a"), over(1), ident("x"), swap([1, "b"])];
}
