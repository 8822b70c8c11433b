// @ts-nocheck
export function feature() { const o = { a: { b: { c() { return [this.d, arguments.length]; }, d: 2 } }, n: 0, z: "" }; let calls = 0; const get = () => (calls++, o);
return [get()?.a?.b.c(1, 2), get().a?.["b"]?.c?.(...[1], 2), get()?.x?.b.c(get()), calls, (get()?.a.b).d, o.n?.toFixed(1), o.z?.length, o.z || "e", o.z ?? "e", ++o.a.b.d, o.a?.b?.d, delete o?.a?.b?.d, o.a.b.d, typeof o?.q?.r, void o?.a, o?.a !== undefined && o?.a?.b !== null, (o?.q)?.r?.s, o.q?.[calls++], calls, !(o?.a?.b), [o?.a?.b?.d ?? [o.n ?? 1]], `${o?.a?.b?.d ?? "t"}`, (o?.a || {}).b?.c.call({ d: 3 }, 1)]; }
