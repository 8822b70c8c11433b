// @ts-nocheck
function d1(a: any, b = () => a, c = () => { a = 7; }) { for (var a = a, i = 0; i < 2; i++) a += i; c(); return [a, b()]; }
function d2({ a, d = 1 }: any, b = () => [a, d]) { var a: any, d: any; if (a) { var a: any = a + 1; } d += a; return [a, d, b()]; }
class D3 { x: any; constructor(public a: any, b = () => a) { var a: any; this.x = a; a = 9; this.x = [this.x, b(), this.a]; } m(a: any, b = () => a) { { var a: any; } return a; } }
function d4(a: any, b = () => a) { function a() { } return [typeof a, b()]; }
function d5(a: any, b = () => a) { const r = [() => a, b].map(f => f()).concat(a); if (r.length > 9) { var a: any; } return r; }
function d6(a: any, [b = () => a]: any) { var b: any = b(); return [a, b]; }
const d7 = (a: any, b = (x: any) => (a = x)) => { b(5); var a: any; b(6); return a; };
export function feature(): unknown {
  return [d1(1), d2({ a: 1 }), new D3(1), new D3(1).m(4), d4(1), d5(3), d6(1, []), d7(2)];
}
