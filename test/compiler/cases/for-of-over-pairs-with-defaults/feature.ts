export function feature(): unknown {
  const seen: string[] = [];
  for (const [key, value = 9] of [["a", 1], ["b"]] as [string, number?][]) seen.push(key + value);
  for (const { id, ...rest } of [
    { id: 1, a: 2 },
    { id: 2, a: 3 },
  ])
    seen.push(id + JSON.stringify(rest));
  return seen;
}
