export function feature(): unknown {
  let n = 3;
  const text: string = "4";
  const seen = [-(-n), - -n, n - -1, n + +text, n - +text, -n - -n, +(+text), n - --n, n + ++n, n++ + +text, n-- - -1];
  return [seen, (12.345).toFixed(1), (5).toFixed(1), 5 .toString(), (-5).toFixed(), 0.5, -0.25];
}
