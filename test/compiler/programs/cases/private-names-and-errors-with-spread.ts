// @ts-nocheck
class A { #id = 1; set(raw: any) { Object.assign(this, raw); return this; } get id() { return this.#id; } }
class B { #id = 2; fill(raw: any) { for (const k of Object.keys(raw)) (this as any)[k] = raw[k]; return this; } get id() { return this.#id; } }
const key = "_no"; class C { #no = 3; get no() { return this.#no; } } const c: any = new C(); c[key] = 9;
class D { #only = 4; get only() { return this.#only; } static #n = 0; static next() { return ++D.#n; } }
class Client { #t = "base"; t() { return this.#t; } } const make = () => { class Client2 extends Client { #t = "mine"; t2() { return this.#t + super.t(); } } return new Client2(); };
class F extends Error { #why; constructor(why: string, ...rest: string[]) { super(...rest as [string]); this.#why = why; } get why() { return this.#why; } }
class E7 extends Error { constructor(a: string, ...more: any[]) { super(a + "!", ...more); } }
export function feature(): unknown {
  return [new A().set({ _id: 5 } as any).id === 1, new B().fill({ _id: 7 }).id, c.no, new D().only, D.next(), D.next(), make().t2(), new F("w", "m").why, new F("w", "m").message, new E7("q").message, new E7("q") instanceof Error];
}
