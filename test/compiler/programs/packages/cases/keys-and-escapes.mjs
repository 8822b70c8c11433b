const tag = (t) => function () { this.v = t[0]; };
const made = new tag`x`;
const keys = { cl\u0061ss: 1, "if": 2, d\u0065fault: 3, 𠮷: 4, "𠮷x": 5, a: 1, a: 2, get b() { return 1; }, get b() { return 2; }, c: 1, get c() { return 3; }, set c(v) {}, c: 4 };
let v\u0061r1 = 5, 𠮷 = 6, \u{20bb7}2 = 7;
class A { constructor() { this.a = 1; } m() { return "m"; } }
class B extends A { f = 2; constructor() { const s = () => super(); s(); this.b = this.a + this.f; } get x() { return 1; } get x() { return 2; } m() { return super.m() + "B"; } }
class C extends A { constructor(ok) { if (ok) super(); else return { other: true }; this.c = 3; } }
class D extends (class extends A { d = super.m(); }) { static #count = 0; static n() { return ++D.#count; } #p = 1; static has(o) { return o.#p; } }
class x0 extends Array {}
const o = { y: 1 }; let stored; ({ x: ({ set y(q) { stored = q; } }).y } = { x: 3 });
function loop(n) { for (var n = 0, i = 1; i < 4; i++) n += i; return n; }
var names = (function () { "use strict"; var o = {}; try { class q extends q {} } catch (e) {} return o; })();
export function feature() {
  return [made.v, keys["class"], keys.if, keys.default, keys["𠮷"], keys["𠮷x"], keys.a, keys.b, keys.c, var1, 𠮷, 𠮷2, new B().b, new B().x, new B().m(), new C(true).c, new C(false).other, new D().d, D.n(), D.n(), D.has(new D()), stored, loop(2), 1.["toFixed"](2), 1..toFixed(1), (1).toFixed(), 5["toString"]()];
}
