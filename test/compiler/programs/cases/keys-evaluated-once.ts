// @ts-nocheck
const log = []; const p = (v) => (log.push(v), v);
export function feature() { const o = { a: 1, b: 2 }; const arr = [1, 2, 3];
o[p("a")] += p(5); o[p("c")] ??= p(6); o[p("a")] ||= p(7); o[p("b")] &&= p(8); arr[p(0)] **= p(2); p(o)[p("a")]--; [arr[p(1)], o[p("d")]] = [p(9), p(10)]; ({ a: arr[p(2)], [p("b")]: o.e = p(11) } = p({ a: 12 }));
const x = (p(1), p(2)), [y = p(3), z = y] = [], { q = z, ...r } = { s: q1() }; function q1() { return p(4); }
const c = p(true) ? p("t") : p("f"), d = p(0) || p("") || p("or"), e = p(null) ?? p(undefined) ?? p("nn"), f = !(p(1) && !p(0));
return [log.map((v) => (typeof v === "object" && v ? "o" : v)), o, arr, x, y, z, q, r, c, d, e, f]; }
