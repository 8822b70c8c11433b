// @ts-nocheck
export function feature(): unknown {
  const __proto__ = { inherited: 1 };
  const key = "__proto__";
  const a: any = { __proto__ };
  const b: any = { [key]: 2 };
  const c: any = { ["__proto__"]: 3 };
  const d: any = { ...{ ["__proto__"]: 4 } };
  const e: any = { __proto__: { inherited: 5 } };
  const f: any = { "__proto__": { inherited: 6 }, own: 1 };
  const g: any = { ...{ x: 1 }, __proto__: { inherited: 7 } };
  const h: any = { __proto__() { return 8; } };
  const own = (it: any) => Object.prototype.hasOwnProperty.call(it, "__proto__");
  const { ["__proto__"]: p, ...rest } = c;
  return [own(a), own(b), own(c), own(d), own(e), e.inherited, own(f), f.inherited, own(g), g.inherited, own(h), h[key](), p, Object.keys(rest), Object.keys(a), Object.keys(b)];
}
