export function feature(): unknown {
  let [i, j] = [1, 2];
  [i, j] = [j, i];
  let a: number;
  let rest: object;
  ({ a, ...rest } = { a: 3, b: 4 });
  return [i, j, a, rest];
}
