// @ts-nocheck
export function feature(): unknown {
  const r: any[] = [];
  a: try { r.push(1); break a; } catch { r.push("no"); } finally { r.push(2); }
  b: if (r.length) { if (r.length > 1) break b; r.push("no"); } else r.push("no");
  c: d: for (const x of [1, 2, 3]) { if (x === 1) continue d; if (x === 3) break c; r.push(x); }
  e: f: if (r.length) { for (const z of [1]) { const q = () => z; r.push(q); if (q()) break e; break f; } r.push("no"); }
  g: { h: { if (r.length) break g; break h; } }
  i: while (true) { j: try { if (r.length > 5) break i; r.push("w"); continue i; } finally { if (r.length < 5) break j; } }
  k: for (const { a = 1, b: [c2] } of [{ b: [2] }, { a: 3, b: [4] }] as any[]) { const f = () => [a, c2]; m: { if (a === 1) break m; r.push(f()); continue k; } r.push(f); }
  n: if (r.length) { for (const x of [1, 2]) { const f = () => x; if (f() === 2) break n; } r.push("no"); }
  o: r.push("o");
  p: ;
  q: throw_(r);
  s: t: switch (r.length % 2) { default: for (;;) { if (r.length) break s; break t; } }
  u: r?.push("u");
  function throw_(x: any) { x.push("thrown"); }
  return r.map((v) => (typeof v === "function" ? v() : v));
}
