// @ts-nocheck
function s1(n: number) { switch (n) { case 0: function q() { return z; } case 1: let z: any = 4; return typeof q; case 2: z = 1 as any; return q(); } }
function s2(n: number) { const r: any[] = []; for (let i = n; i < 3; i++) switch (i) { default: r.push(() => h(i)); break; case 1: function h(k: number) { return k * i; } r.push(h); } return r.map(f => f(10)); }
function s3(n: number) { switch (n) { default: let z = 3; function get() { return z; } return get(); case 7: return typeof get; } }
export function feature(): unknown {
  const run = (n: number) => {
    const seen: unknown[] = [];
    switch (n) {
      case 1: seen.push(later(), typeof later); break;
      case 2: function later() { return "later" + n; } seen.push(later()); break;
      default: { seen.push(inner()); function inner() { return "inner"; } }
    }
    return seen;
  };
  for (const i of [0]) { outer: switch (i) { case 0: for (;;) { switch (g()) { case 1: break outer; } } case 1: function g() { return 1; } } }
  return [run(1), run(2), run(3), s1(0), s1(1), s2(0), s2(1), s2(2), s3(7), s3(1)];
}
