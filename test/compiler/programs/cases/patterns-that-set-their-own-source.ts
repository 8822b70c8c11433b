// @ts-nocheck
export function feature(): unknown {
  const seen: unknown[] = [];
  { let options: any = { options: 1, name: "n" }; var { options: o1, name }: any = options; seen.push(o1, name); }
  function a(options: any) { var { options, name }: any = options; return [options, name]; }
  function b(x: any) { var [x, y]: any = x; return [x, y]; }
  function c(q: any) { for (var { q, i }: any = q; i < 2; i++) seen.push(q, i); return q; }
  let other: any = { k: 9, b: 8 };
  let o: any = { k: 1, b: 2 };
  const { [(o = other, "k")]: k, b: bb } = o;
  let z: any = [1, [2, 3]];
  [z, [, z]] = z;
  let m: any = { m: { n: 1 }, n: 5 };
  ({ m, n: m.p } = m);
  function d({ a = 1, b }: any = {}, [e, f = e]: any = [1]) { return [a, b, e, f]; }
  function e(e: any) { ({ e, g: e.h } = e); return e; }
  let i = 0; const list: any = [5, 6];
  [i, list[i]] = [1, 7];
  seen.push(i, list);
  const {} = o;
  const [] = list;
  let v: any; let stored: any;
  ({ x: ({ set y(q: any) { stored = q; }, get y() { return 0; } } as any).y } = { x: 3 });
  return [a({ options: 1, name: 2 }), b([1, 2]), c({ q: "q", i: 0 }), k, bb, z, m, d(), d({ b: 2 }, [3]), e({ e: {}, g: 4 }), seen, stored];
}
