export function feature(): unknown {
  const calls: string[] = [];
  const call = <T>(name: string, value: T): T => {
    calls.push(name);
    return value;
  };
  const { a = call("a", 1), b = call("b", 2) } = call("source", { a: 5 } as { a?: number; b?: number });
  const [first = call("first", 3), second] = call("list", [undefined, 4] as (number | undefined)[]);
  const { [call("key", "x")]: x } = { x: 6 } as { [name: string]: number };
  return [a, b, first, second, x, calls];
}
