export function feature(): unknown {
  const seen: string[] = [];
  const n = Number("x");
  if (!(n < 1)) seen.push("not less");
  if (!(n >= 1) && !(n === 1)) seen.push("not more");
  n <= 1 || seen.push("or");
  !(n > 1) && seen.push("and");
  return [seen, !(n < 1), !(1 < 2) ? "a" : "b", String(!(n > 2)), [!(n <= 2)]];
}
