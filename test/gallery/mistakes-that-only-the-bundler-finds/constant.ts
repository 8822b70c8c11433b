// @ts-nocheck
const count = 1;
export function value() {
  count = 2;
  return count;
}
