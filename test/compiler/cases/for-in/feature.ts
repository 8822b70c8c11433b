export function feature(): unknown {
  const seen: string[] = [];
  for (const key in { a: 1, b: 2 }) seen.push(key);
  for (const key in { c: 3 }) seen.push(key);
  return seen;
}
