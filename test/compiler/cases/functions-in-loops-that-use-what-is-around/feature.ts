export function feature(): unknown {
  const wanted = ["a", "b"];
  const found: string[] = [];
  for (const list of [["a", "x"], ["b"]]) found.push(...list.filter((word) => wanted.indexOf(word) >= 0));
  return found;
}
