// @ts-nocheck
const [o] = [{ n: 1, has(key: string) { return super.hasOwnProperty?.(key); }, isIn(key: string) { return super.propertyIsEnumerable?.(key)?.valueOf(); }, none() { return (super.none as any)?.(); } } as any];
class A { static tag = "T"; static s(x = 0) { return this.tag + x; } static get acc() { return function (this: any) { return this.tag; }; } m() { return this; } }
class B extends A { static override s() { return (super.s as any)?.(4) + (super.acc as any)?.(); } override m() { return (super.m as any)?.()?.m === this.m ? this : null as any; } f = () => (super.m as any)?.() === this; static q = (super.s as any)?.(5); constructor() { super(); this.z = (super.m as any)?.() === this; } z: boolean; }
class G { n = 4; hi(x = 1) { return "base" + this.n + x; } }
class H extends G { opt?: () => number; override hi() { return "b"; } call() { return [(super.hi as any)?.(), super.hi?.(2), super["hi"]?.(3), (super.hi as any)?.call(this, 5), (super.opt as any)?.(), (super.hi as any)`t`, (super.hi)(6), (super.hi!)(7), (super.hi as any)?.bind?.(this)(8), super.hi(...[9]), (super.hi as any)?.(...[10])]; } }
export function feature(): unknown {
  return [o.has("n"), o.isIn("has"), o.none(), B.s(), new B().m() instanceof B, new B().f(), B.q, new B().z, new H().call()];
}
