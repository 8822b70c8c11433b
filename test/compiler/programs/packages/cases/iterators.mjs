let log = [];
let later = [];
let Symbol, Map, Set;
const source = () => { let n = 0; return { [Symbol.iterator]() { return this; }, next() { log.push("next" + n); return { done: n >= 5, value: n++ }; }, return() { log.push("return"); return {}; } }; };
export function feature(given) {
  ({ Symbol, Map, Set } = given);
  log = [];
  later = [];
  const [a, b] = source(); log.push("|");
  const [c, ...d] = source(); log.push("|");
  const [] = source(); log.push("|");
  for (const x of source()) { if (x === 1) break; } log.push("|");
  for (const x of source()) { if (x < 2) continue; log.push(x); } log.push("|");
  const f = () => { for (const x of source()) { if (x === 1) return x; } }; f(); log.push("|");
  try { for (const x of source()) { throw new Error("body"); } } catch (e) { log.push(e.message); }
  outer: for (const x of source()) { for (const y of source()) { if (y === 1) continue outer; if (x === 1) break outer; } } log.push("|");
  const list = [...source(), ..."ab", ...new Set([1, 1, 2])];
  const max = Math.max(...source());
  for (const [k, v] of new Map([["k", 1]])) log.push(k, v);
  for (const fn of source()) { if (fn === 2) break; later.push(() => fn); }
  let bad; try { const [q] = { [Symbol.iterator]() { return { next() { throw new Error("next"); }, return() { log.push("never"); } }; } }; } catch (e) { bad = e.message; }
  const sym = Symbol("s"); const o = { [sym]: 1, a: 2, b: 3 }; const { a: oa, ...rest } = o; const copy = { ...o };
  return [a, b, c, d, log, list, max, later.map(f => f()), bad, rest[sym], copy[sym], Object.keys(rest), oa];
}
