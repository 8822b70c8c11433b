export function feature(): unknown {
  let n = 2;
  n **= 3;
  return [n, 2 ** (3 ** 2), (-2) ** 2, 1_000_000, 0b11, 0o17];
}
