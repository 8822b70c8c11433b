export function feature(): unknown {
  let n = 0;
  const next = () => (n++, n * 10);
  const grade = (points: number) => (points > 80 ? "a" : points > 50 ? "b" : "c");
  const found = (n > 5 && "large") || (n === 0 && "zero") || "other";
  return [next(), next(), [90, 60, 10].map(grade), found, (next(), n), !!n, ~n, void 0];
}
