// @ts-nocheck
const x = "module"; const log: unknown[] = [];
function dflt(y = () => z, w = x) { var x = "inner"; var z2 = 1; return [w, x, typeof y]; }
var z = "outer z";
function dflt2(f = () => z) { var z = "inner z"; return [f(), z]; }
function dflt3(f = () => v, v = 1) { var v = 2; return [f(), v]; }
function dflt4(v = 1, f = () => v) { v = 3; return [f(), v]; }
class Key { constructor() {} static n() { return "n"; } }
function args(..._: unknown[]) { class C { [arguments[0]]() { return "computed"; } } return [(new C() as any).k, Object.keys(new C()), (new C() as any).k()]; }
export function feature(): unknown {
  return [log, dflt(), dflt2(), dflt3(), dflt4(), args("k", "s", "v", "f").slice(1)];
}
