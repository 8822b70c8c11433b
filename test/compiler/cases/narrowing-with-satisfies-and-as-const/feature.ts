export function feature(): unknown {
  const table = { a: [1, 2], b: [3] } as const satisfies Record<string, readonly number[]>;
  type Key = keyof typeof table;
  const keys: Key[] = ["a", "b"];
  return keys.map((key) => table[key]!.length);
}
