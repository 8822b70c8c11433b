export function value() {
  return 1 +;
}
