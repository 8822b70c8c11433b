export function feature(): unknown {
  const seen: number[] = [];
  const later: (() => number)[] = [];
  for (let i = 0; i < 6; i++) {
    const skip = () => {
      i++;
    };
    if (i === 1) skip();
    later.push(() => i);
    seen.push(i);
  }
  let n = 0;
  do {
    const double = n * 2;
    later.push(() => double + n);
    if (double > 4) break;
  } while (n++ < 5);
  return [seen, later.map((call) => call())];
}
