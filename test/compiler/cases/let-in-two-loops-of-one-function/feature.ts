export function feature(): unknown {
  const seen: number[] = [];
  for (let i = 0; i < 2; i++) seen.push(i);
  for (let i = 5, n = 7; i < n; i++) {
    const twice = i * 2;
    seen.push(twice);
  }
  for (let i = 8, m = 9; i < m; i++) {
    const twice = i * 3;
    seen.push(twice);
  }
  return seen;
}
