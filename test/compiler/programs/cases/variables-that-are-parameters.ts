// @ts-nocheck
let i = 100;
function count(n: number) {
  for (var n = 0, i = 1; i < 4; i++) n += i;
  return n;
}
function other(list: any) {
  for (var list: any = [1, 2], total = 0; list.length; ) total += list.pop();
  for (var total = 5; total < 7; total++);
  return total;
}
export function feature(): unknown {
  return [count(3), i, other([9])];
}
