export function value() {
  with (Math) return abs(010);
}
export function twice(a, a) { return a; }
