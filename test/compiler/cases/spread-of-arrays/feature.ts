export function feature(): unknown {
  const a = [1, 2];
  const b = [...a, 3, ...a.map((n) => n * 2)];
  return [
    b,
    [...b].reverse(),
    Math.max(...b),
    new Date(...([2020, 0, 5] as [number, number, number])).getDate(),
  ];
}
