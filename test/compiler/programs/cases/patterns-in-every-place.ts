// @ts-nocheck
export function feature(): unknown {
  const seen: any[] = [];
  function a(list: any) { for (var [x, list] = list; x; x = 0) seen.push(x, list); return list; }
  function b(o: any) { var { o: { o = 5 } = {} as any, p = o } = o; return [o, p]; }
  function c(...args: any[]) { var [args, n]: any = args; return [args, n]; }
  function d({ a, b: { c: a2 = a } = {} as any }: any, e = a2) { var { a }: any = { a: e }; return [a, a2, e]; }
  let x: any = { x: { x: { x: 1 } } }; ({ x } = x); ({ x: { x } } = x);
  let [p, q, r]: any[] = [1, 2, 3]; [p, q, r] = [r, p, q]; [p = 5, ...q] = [undefined, r, p];
  let k = "a"; const src: any = { a: "b", b: 2 }; let v1: any, v2: any; ({ [k]: k, [k]: v2 } = src); 
  const o2: any = { get z() { seen.push("z"); return { w: 1 }; } }; const { z: { w }, z: zz } = o2;
  let i = 0; const arr: any[] = [0, 0, 0]; [arr[i++], arr[i++], i] = [7, 8, 9];
  const obj: any = {}; for (obj.k of [1, 2]); for (obj["j"] in { m: 1 }); for ([obj.h] of [[3]]); for (const { length } of ["abc"] as any[]) seen.push(length);
  for (let [n, m] = [0, 3]; n < m; [n, m] = [n + 1, m]) seen.push(() => n + m);
  let t: any = [1, [2, [3]]]; [, [, [t]]] = t;
  const nest = ([first = 1, [second] = [2]]: any = []) => [first, second]; 
  const res = (v1 = { s: 1 }), chained = ({ s: v2 } = v1);
  let sw = 1, sv = 2; const ret = ([sw, sv] = [sv, sw]);
  const fn = ({ length }: any, { length: l2 } = "ab" as any) => length + l2;
  function self(self: any) { var { self: s2, ...self } = self; return [s2, self]; }
  var dup: any = { dup: 1, other: 2 }, { dup, other }: any = dup;

  return [a([1, 2]), b({}), c([1], 2), d({ a: 4 }), x, p, q, r, k, v2, w, zz, arr, i, obj, seen.map((it) => typeof it === "function" ? it() : it), t, nest(), nest([undefined, [5]]), res, chained, ret, sw, sv, fn([1]), self({ self: 1, b: 2 }), dup, other];
}
