// @ts-nocheck
export function feature(): unknown {
  const f = (n: number, m: number) => { const r: any[] = [];
    for (let i = 0; i < 2; i++) {
    switch (n) {
      default: { const c = m; r.push("d", c); break; }
      case 1: if (m) { r.push("a"); break; } else { continue; }
      case 2: r.push(2); { r.push(3); break; }
      // said
      case 3: { r.push("x"); if (m) break; }
      case 4: { { r.push(4); } }
      case 5: try { if (m) return r; } finally { r.push("fin"); }
      case 6: if (m) { return r; } else if (n) { break; } else { return []; }
      case 7: { return [7]; }
      case 8: case 9: for (;;) { break; }
      case 10: throw r.join();
      case 11: l: { if (m) break l; r.push(11); }
    } }
    return r; };
  const g = (n: number, m: number) => { try { return f(n, m); } catch (e) { return e; } };
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => [g(n, 0), g(n, 1)]);
}
