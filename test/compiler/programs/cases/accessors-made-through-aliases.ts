// @ts-nocheck
let reads = 0;
const define = Object.defineProperty;
const a: any = {}, b: any = {}, c: any = {}, d: any = {}, e: any = {};
const get = () => { reads++; return reads % 2 ? reads : null; };
define(a, "p1", { get });
Object.defineProperty.call(Object, b, "p2", { get });
Object.defineProperty.apply(Object, [c, "p3", { get }]);
(Object as any)["define" + "Property"](d, "p4", { get });
const { defineProperty: dp } = Object;
dp(e, "p5", { get });
export function feature(): unknown {
  const seen: unknown[] = [];
  seen.push(a.p1 ?? "x", reads, b.p2 ?? "x", reads, c.p3 ?? "x", reads, d.p4 ?? "x", reads, e.p5 ?? "x", reads);
  seen.push(a.p1?.toFixed, reads);
  a.p1 ??= 1;
  seen.push(reads);
  const { p1 = 5 } = a; seen.push(reads, p1);
  return seen;
}
