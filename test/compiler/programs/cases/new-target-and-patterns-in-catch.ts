// @ts-nocheck
let d = "outer";
export function feature(): unknown {
  const seen: unknown[] = [];
  try { throw {}; } catch ({ t = d }: any) { const d = "inner"; seen.push(t, d); }
  try { throw { a: [1, 2] }; } catch ({ a: [x, y = x] }: any) { seen.push(x, y); }
  try { throw 1; } catch { seen.push("none"); }
  try { throw [3]; } catch ([e]: any) { var e2 = e; seen.push(e2); }
  function F(this: any) { return new.target === undefined ? "called" : { made: new.target === F }; }
  seen.push((F as any)(), new (F as any)().made);
  const object = { m() { return new.target; }, get g() { return new.target; } };
  seen.push(object.m(), object.g);
  class K { static s: unknown = "x"; static { this.s = new.target; } t = new.target; m() { return new.target; } c: any; constructor() { this.c = new.target === K; } }
  seen.push(K.s, new K().t, new K().m(), new K().c);
  const Fn = function (this: any) { this.t = new.target === Fn; const arrow = () => new.target === Fn; this.u = arrow(); } as any;
  seen.push(new Fn().t, new Fn().u);
  function plain(): unknown { return new.target; }
  seen.push(plain.call({}));
  return seen;
}
