// @ts-nocheck
let calls = 0; const get = (v: any) => { calls++; return v; };
const o: any = { a: { b: { c(n: number) { return [this === o.a.b, n]; }, d: null } }, get once() { calls++; return calls > 100 ? null : { x: calls }; } };
const und: any = undefined, nul: any = null;
function deflt(a = 1, { b = a, c } = {} as any, [d = b, ...e] = [] as any[], ...f: any[]) { return [a, b, c, d, e, f, arguments.length]; }
function named(undefined_?: any) { return typeof undefined_; }
function shadowUndefined(undefined: any) { return [undefined ?? "d", undefined?.x, void 0]; }
function shadowArgs(a: any) { const f = () => arguments; return [f().length, f()[0]]; }
const labels: any = {}; 
function comma() { let x = 0; return (x++, x++, x); }
export function feature(): unknown {
  const r: any[] = [];
  r.push(o?.a?.b?.c?.(1), o.a?.["b"].c(2), und?.a.b.c.d(), nul?.[get(1)], calls, o.a.b.d?.e.f, o.x?.(get(2)), calls, (o?.a).b.d, (und?.a)?.b, delete o?.a?.zz, typeof und?.x, !(und?.x), und?.x === undefined, o.once?.x, calls, o.once ?? "none", calls, (o.once?.x ?? 0) + 1, calls);
  r.push(deflt(), deflt(undefined, { b: null, c: 3 }, [undefined, 1, 2], 8, 9), deflt(null as any), named(), shadowUndefined(undefined), shadowUndefined(5), shadowArgs(3));
  let a: any = null, b: any = 0, c: any = 1; a ??= 5; b ||= 6; c &&= 7; a ??= get("no"); r.push(a, b, c, calls); const h: any = { n: null, z: 0 }; h.n ??= h.z ||= 4; h[get("k")] ??= 3; r.push(h, calls);
  r.push(2 ** 3 ** 2, (-2) ** 2, 1e21 + 1, 0.1 + 0.2, 1_000_000, 0b101, 0o17, 0xff, .5, 5..toString(), 1.0.toFixed(2));
  let p: any = 2; p **= 3; r.push(p, `a${1}${"b"}${[1, 2]}${{ toString: () => "ts", valueOf: () => "vo" }}`, `x${und}y${nul}`, `${1}`, `${"a"}${1 + 2}`, "a" + `${1 + 1}b`, `\${}`, `line
break`, `\u{1F600}`);
  const sp = [1, 2]; r.push([...sp, ...[], 3, ...sp], Math.max(...sp, 5), [..."ab".split("")], { ...{ a: 1 }, b: 2, ...null, ...und, ...{ b: 3 } }, new Date(...([2020, 1, 1] as [number, number, number])).getFullYear(), String.fromCharCode(...[72, 105]), o.a.b.c(...[4]));
  const { a: q, ...rest } = { a: 1, b: 2, c: 3 }; r.push(q, rest); const [f1, , f3 = 3, ...fr] = [1, 2, undefined, 4, 5]; r.push(f1, f3, fr);
  const { length } = "abc", { [`k${1}`]: kk = "dk" } = {} as any, { 0: zero, "x-y": xy } = { 0: "z", "x-y": 1 }; r.push(length, kk, zero, xy);
  if (!(calls > 1000)) r.push("small"); if (!(calls > 0 && calls < 5)) r.push("c"); r.push(comma(), void 0, typeof undefinedVariable);
  const obj = { m() { return this.v; }, v: 1, ["c" + 1]: 2, get g() { return this.v + 1; }, set g(x) { this.v = x; }, async: 1, "q-r": 3, 7: 8, f: function () { return 1; } }; obj.g = 9; r.push(obj.m(), obj.c1, obj.g, obj["q-r"], obj[7]);
  try { throw new TypeError("x"); } catch ({ message, name: nm = "d" }: any) { r.push(message, nm); } 
  var hoisted = typeof hoist; { function hoist() {} } r.push(hoisted === "function" || hoisted === "undefined");
  sw: switch (3 as number) { case 1: r.push("one"); default: r.push("def"); case 2: { let r2 = "two"; r.push(r2); break sw; } case 4: const nine = 9; r.push(nine); }
  const nested = (x: any) => (y: any) => ({ x, y, z: (() => x + y)() }); r.push(nested(1)(2));
  r.push(((x?: any) => x ?? 1)(), [1, 2, 3].map((x) => x * 2).filter((x) => x > 2), [3, 1].sort((a, b) => a - b), [[1, 2]].map(([x, y]) => x + y), Object.entries ? 1 : 1);
  const weird = { if: 1, class: 2, default: 3 }; const { if: i1, class: c1, default: d1 } = weird; r.push(i1, c1, d1, weird.if);
  let un; { let un = 2; r.push(un); } r.push(un); const t = ((a, b) => a + b)`x${1}` as any; r.push(String(t));
  var dup = 1; var dup = 2; r.push(dup); if (true) { var dup = 3; } r.push(dup); 
  const as = <any>"cast" as unknown as string; r.push(as!, as satisfies string); r.push("in" in { in: 1 }, !("x" in o), !(o instanceof Object), -(-1), +"3", - -1, 1 - -1, +(+1));
  a = b = c = 3; r.push(a, b, c); a = (b++, c); r.push(a, b); for (var ii = 0, jj = 10; ii < jj; ii++, jj--); r.push(ii, jj);
  r.push(((...args: any[]) => args.length)(...[1, 2], 3), new (class Ab { x = 1; })().x, new (class Foo { static y = 2; x = Foo.y; })().x);
  return r;
}
declare const undefinedVariable: any;
