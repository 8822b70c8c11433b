export function feature(): unknown {
  const seen: unknown[] = [];
  for (let i = 0; i < 3; i++) {
    let last: number | undefined;
    if (i === 1) last = i;
    seen.push(last === undefined ? "none" : last);
  }
  for (let i = 0; i < 2; i++) {
    let last;
    seen.push(last === undefined);
    last = i;
  }
  return seen;
}
