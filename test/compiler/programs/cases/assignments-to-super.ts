// @ts-nocheck
const log: any[] = [];
const key = (name: any) => (log.push(name), name);
class Above { _v: any; get v() { return this._v; } set v(v) { this._v = v; } get p() { return 4; } set p(v: any) { log.push(["set", v]); } }
class Below extends Above {
  logical() { return [super.v ??= 3, super.v &&= 0, super.v ||= 4, super.v **= 2, this._v]; }
  statements() { super.v = null; super.v ??= 1; super.v &&= 2; super.v++; return [this._v, super.v--, this._v, ++super.v]; }
  patterns() { [super.v] = [7]; ({ a: super.z, ...super.rest } = { a: 6, b: 2 } as any); for (super.y of [1, 2]); for (super.v in { k: 1 }); for ([super.w, super.x = super.v] of [[3]] as any); const it: any = this; return [it._v, it.z, it.y, it.rest, it.w, it.x]; }
  keys() { super[key("p")] += key(1); super[key("p")] ??= 3; super[key("p")] &&= 5; super[key("p")]++; const before = super[key("p")]--; super[key("z")] = 2; super[key("z")] ||= 6; return [before, super[key("q")] = 7, (this as any).z, (this as any).q]; }
}
class Counter { n: any; } (Counter as any).prototype.n = "5"; (Counter as any).start = 1;
class Counting extends Counter { count() { const found = [super.n++, this.n]; for (super.n = 0; this.n < 1; super.n++); return [...found, super.n--, this.n, ++super.n]; } static count() { super.start += 4; super.start++; return [(this as any).start, (Counter as any).start, (super.start ||= 9)]; } }
const base: any = { get q() { return this._q; }, set q(v: any) { this._q = v; } };
const object: any = { __proto__: base, up() { super.q = 1; super.q += 2; super.q++; super.q ??= 8; [super.q] = [super.q + 1]; ({ a: super.z } = { a: 6 }); for (super.y of [1, 2]); return [this._q, this.z, this.y, super.q--, this._q, -super.q, !super.none]; } };
export function feature(): unknown {
  const below = new Below();
  return [below.logical(), below.statements(), below.patterns(), below.keys(), log, new Counting().count(), Counting.count(), object.up()];
}
