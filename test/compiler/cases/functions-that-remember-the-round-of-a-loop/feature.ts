export function feature(): unknown {
  const later: (() => number)[] = [];
  for (let i = 0; i < 3; i++) later.push(() => i * 10);
  for (const n of [7, 8]) {
    if (n === 8) continue;
    later.push(() => n);
  }
  return later.map((call) => call());
}
