export function feature(): unknown {
  const log: string[] = [];
  const at = <T>(name: string, value: T): T => {
    log.push(name);
    return value;
  };
  const target: { [key: string]: unknown } = {};
  const { [at("key", "a")]: a = at("default", 1), ...others } = at("value", { b: 2, c: 3 } as { [key: string]: number });
  [target[at("left", "x")], target[at("right", "y")] = at("given", 5)] = at("list", [1] as (number | undefined)[]);
  let first: number;
  let rest: number[];
  const whole = ([first = 7, , ...rest] = at("again", [undefined, 2, 3, 4] as number[]));
  ({ first, ...target.all as object } = { first: 9, more: 1 } as { first: number });
  const swap = { p: 1, q: 2 };
  [swap.p, swap.q] = [swap.q, swap.p];
  let list = [3, 4];
  [list[0], list] = [list[1] as number, [5]];
  for (const { n, inner: [m = at("inner", 0)] = [] } of [{ n: 1, inner: [2] }, { n: 3 }] as { n: number; inner?: number[] }[]) {
    log.push(`${n}/${m}`);
  }
  for (const [key, value] of Object.keys(others).map((it) => [it, others[it]] as const)) log.push(`${key}=${value}`);
  return [a, others, target, first, rest, whole.length, swap, list, log];
}
