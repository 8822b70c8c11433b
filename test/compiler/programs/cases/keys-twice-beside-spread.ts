// @ts-nocheck
export function feature() {
  const none = undefined; let n = 0; const e = () => ++n;
  const a = { a: 5, a: 3, a: 5, ...none, b: 1, ...{ c: 1, c: 2 }, b: e(), b: e() };
  const b = { a: 5, [String(e())]: 1, b: 2, b: e(), a: 3, b: 4, get z() { return 1; }, a: 9 };
  const c = { get a() { return 1; }, a: 2, ...a, a: 3, get a() { return 7; } };
  return [a, b, c, Object.keys(a), Object.keys(b)];
}
