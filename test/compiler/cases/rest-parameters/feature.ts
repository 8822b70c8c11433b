export function feature(): unknown {
  const sum = (first: number, ...more: number[]) => more.reduce((a, b) => a + b, first);
  return [sum(1), sum(1, 2, 3)];
}
