// @ts-nocheck
function __assign(a: number) { return a + 1; }
const __rest = "rest";
function inner(String: any, undefined_: any) { return `${String}` + [...[1]].length; }
function und(a?: number, b = 2) { const f = (undefined: any) => { const { x = 1 } = undefined; return x; }; return [a ?? 5, b, f({})]; }
function math(Math: any) { return Math ** 2; }
function obj(Object: any) { return { a: Object, get b() { return 1; }, ["c" + 1]: 2 }; }
function arr(Array: any, ...others: number[]) { return others.length + Array; }
function spread(__spreadArray: any, __concat: any) { return [...__spreadArray, ...__concat]; }
export function feature(): unknown {
  const { a, ...others } = { a: 1, b: 2 };
  const copy = { ...others, c: 3 };
  { const __assign = (x: any) => x; const again = { ...copy, z: __assign(1) }; return [__assign(1), __rest, copy, again, a, inner("s", 1), und(), math(3), obj(1), arr(2, 1, 1), spread([1], [2])]; }
}
