// @ts-nocheck
export function feature() { const out = []; const fns = [];
for (var i = 0; i < 2; i++) { let j = i; fns.push(() => [i, j]); }
for (let i = 0, n = 2; i < n; i++) { fns.push(() => i++); i += 0; }
for (let i = 0; i < 3; i++) { if (i === 1) continue; fns.push(() => i); }
for (const k in { a: 1, b: 2 }) { fns.push(() => k); if (k === "a") continue; }
let w = 0; while (w < 2) { const c = w++; fns.push(() => c); if (c) break; }
for (let [a, b] = [0, 1]; a < 2; [a, b] = [b, a + b + 1]) fns.push(() => a + b);
for (let i = 0, f = () => i; i < 2; i++) fns.push(f);
for (const f of fns.slice(0, 2)) { const r = f(); for (const q of r) fns.push(() => q + r.length); }
const r = (function () { for (const x of [1, 2, 3]) { const g = () => x; if (g() === 2) return () => g() * 10; } })(); out.push(r());
const s = [1, 2].map((x) => { switch (x) { case 1: { const y = x; return () => y; } default: return () => -x; } }); out.push(s.map((f) => f()));
outer: for (const a of [1, 2]) { for (const b of [3, 4]) { fns.push(() => a * b); if (b === 4) continue outer; if (a === 2) break outer; } }
return [out, fns.map((f) => f()), i]; }
