export function feature(): unknown {
  const day = new Date(Date.UTC(2024, 1, 29, 12, 30));
  const { min, max } = Math;
  return [
    [0xff, 0o17, 0b101, 1_000.5, .5, 5e-3],
    [day.toISOString(), day.getUTCDay()],
    [min(...[3, 1, 2]), max(1, 2)],
    [(12.345).toFixed(1), parseInt("08", 10), Number("x") || "none", 7 % 3, -7 % 3, 2 ** -1],
  ];
}
