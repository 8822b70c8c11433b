// @ts-nocheck
export function feature(): unknown {
  const fs: any[] = []; const out: any[] = [];
  for (let i = 0; i < 3; i++) { fs.push(() => i); i += 0; }
  for (let i = 0, n = 3; i < n; i++) { if (i === 1) continue; fs.push(() => [i, n]); }
  for (var v = 0; v < 2; v++) { let w = v; fs.push(() => [v, w]); }
  for (const k in { a: 1, b: 2 }) fs.push(() => k);
  for (var kv in { a: 1, b: 2 }) fs.push(() => kv);
  for (const [a, b = a] of [[1], [2, 3]]) fs.push(() => [a, b]);
  for (let { q, ...r } of [{ q: 1, z: 2 }]) { q++; fs.push(() => [q, r]); }
  outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 2) continue outer; if (i === 2) break outer; fs.push(() => [i, j]); } }
  let n = 0; while (n < 3) { const m = n++; if (m === 1) continue; fs.push(() => m); }
  do { let m = n--; fs.push(() => m); if (n === 1) break; } while (n > 0);
  const early = () => { for (let i = 0; i < 5; i++) { fs.push(() => i); if (i === 2) return i; } return -1; }; out.push(early());
  for (let i = 0, f = () => i; i < 2; i++) fs.push(f);
  for (let i = 0; (fs.push(() => i), i < 2); i++);
  for (let i = 0; i < 2; fs.push(() => i), i++);
  function Self(this: any) { for (const i of [1]) { fs.push(() => [this && this.t, i, arguments.length]); } } Self.call({ t: 5 }, 1, 2);
  for (let i = 0; i < 2; i++) { switch (i) { case 0: { const c = i; fs.push(() => c); break; } default: fs.push(() => "d" + i); continue; } }
  for (let i = 0; i < 2; i++) { try { const t = i; fs.push(() => t); if (i) throw i; } catch (e) { fs.push(() => e); } finally { fs.push(() => "f" + i); } }
  for (const x of [1, 2]) { function decl() { return x; } fs.push(decl); }
  for (const x of [1, 2]) { class C { v = x; static s = x; } fs.push(() => [new C().v, C.s]); }
  for (let x of [3, 4]) { x *= 2; fs.push(() => x++); }
  const xs = [1, 2, 3]; for (const x of xs) { if (x === 1) xs.push(9); out.push(x); }
  let z = 5; for (let z of [z2()]) out.push(z); function z2() { return z; }
  for (let i = 0; i < 2; i++) { let u: any; out.push(u); u = i; }
  for (let i = 0; i < 2; i++) { let u; fs.push(() => u); out.push(u); u = i; }
  for (let i = 2, i2 = i; i2--; ) fs.push(() => i2);
  lab: { for (const y of [1]) { fs.push(() => y); break lab; } out.push("never"); }
  let iter = 0; for (;;) { let c = iter; fs.push(() => c); if (++iter > 1) break; }
  for (let i = 0; i < 2; i++) { for (let i = 5; i < 6; i++) fs.push(() => i); fs.push(() => i); }
  for (let i = 0, set = (v: number) => { i = v; }; i < 3; i++) { if (i === 0) set(7); out.push(i); }
  return [fs.map((f) => f()), out];
}
