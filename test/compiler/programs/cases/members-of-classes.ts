// @ts-nocheck
const x = "module", log: any[] = []; const key = "computed"; const sym = "s";
let order: any[] = []; const o = (v: any) => { order.push(v); return v; };
class A { f = x; static s = (log.push("static"), 1); constructor(given: any, public readonly p = given, private q?: number) { const inner = given; log.push(inner, this.f, this.p, this.q); } [key]() { return "k"; } get [key + "G"]() { return "g"; } static [key + "S"] = 2; "quoted name" = 3; 5 = "five"; arrow = () => this.f; method = function (n: number) { return n; }; declare d: string; opt?: number; async = 1; get = 2; set = 3; static static = 4; accessor2 = 5; of() { return "of"; } new() { return "new"; } delete() { return "del"; } }
abstract class B extends A { abstract m(): any; constructor(...args: any[]) { super(args[0]); log.push("B"); } get v() { return this._v; } set v(n) { this._v = n * 2; } _v = 0; toString() { return "B:" + super.toString(); } }
class C extends B { v2 = this.v; m() { return [super.of(), super[key](), super.of.call(this), super["of"]()]; } static make() { return new this(1); } static of2 = () => this.make(); override get v() { return super.v + 1; } override set v(n) { super.v = n; } }
class D extends C { constructor() { const a = () => super("arrow"); a(); } m() { const f = () => super.m(); return f(); } static make() { return super.make(); } }
class E2 { [o("a")] = o("i1"); static [o("b")] = o("s1"); [o("c")]() {} static { o("block"); } static z = o("z"); }
class F<T> { constructor(private items: T[] = []) {} add(...items: T[]): this { this.items.push(...items); return this; } get length() { return this.items.length; } static from<U>(...u: U[]) { return new F(u); } }
class G { static #n = 0; #v; constructor(v: number) { this.#v = v; G.#n++; } static get n() { return G.#n; } plus(o: G) { return new G(this.#v + o.#v); } get v() { const r = this.#v; return r; } #inc() { this.#v++; return this; } inc() { const r = this.#inc(); return r; } set w(v: number) { this.#v = v; } upd() { this.#v += 2; this.#v **= 2; this.#v ??= 1;  const r = this.#v--; return r; } opt(o?: G) { const r = o ? o.#v : undefined; return r; } static #priv() { return "sp"; } static p() { const r = this.#priv(); return r; } #arrow = () => this.#v; a() { const r = this.#arrow(); return r; } }
const H = class Hh { n = 1; static k = "H"; }; const I = class Named { static me() { return Named; } }; const J = class Jj extends H {}; 
const mixin = (Base: any) => class Mix extends Base { mixed() { return "mixed"; } };
class Mixed extends mixin(H) {} 
class NullProto { static call() { return "call"; } static apply() { return "apply"; } static bind = 1; }
class WithCall extends NullProto { constructor() { super(); } }
class Acc { static #c = 1; static get c() { const r = this.#c; return r; } static set c(v) { this.#c = v; } get only() { return 1; } }
class Ret { constructor() { return { ret: true } as any; } } class SubRet extends Ret { f = 1; }
class Hoist { static a = Hoist.length; static b = this.a + 1; static c = () => this.b; }
export function feature(): unknown {
  const a = new A("arg"), c: any = new C("c"), d: any = new D(); c.v = 4; const g = new G(3);
  let before = "ok"; try { (A as any)("x"); } catch { before = "threw"; }
  
  let only = "silent"; try { (new Acc() as any).only = 2; } catch { only = "threw"; }
  return [a.f, (a as any)[key](), (a as any)[key + "G"], (A as any)[key + "S"], a["quoted name"], a[5], a.arrow(), a.method(1), Object.keys(a), A.static, a.of(), a.new(), a.delete(), c.m(), c.v, c.v2, C.make().f, C.of2().f, d.m(), D.make().f, d instanceof B, order, new F([1]).add(2, 3).length, F.from(1, 2).length, G.n, g.plus(g).v, g.inc().v, (g.w = 3, g.v), g.upd(), g.v, g.opt(g), g.opt(), G.p(), g.a(), Object.keys(g), JSON.stringify(g), new H().n, H.k, I.me() === I, new J().n, new Mixed().mixed(), new WithCall() instanceof NullProto, Acc.c, (Acc.c = 5, Acc.c), only, (new SubRet() as any).ret, (new SubRet() as any).f, Hoist.b, Hoist.c(), log, c.toString().slice(0, 10), a.constructor === A, Object.getPrototypeOf(D) === C];
}
