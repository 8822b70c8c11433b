// @ts-nocheck
const log: any[] = []; const t = (v: any) => (log.push(v), v);
class O { [t("a")] = t("va"); static [t("b")] = t("vb"); static { t("blk"); } [t("c")]() { return 1; } static get [t("d")]() { return t("vd"); } x = t("x"); constructor(public p = t("p")) { t("ctor"); } }
class Sub extends (t("extends"), O) { y = t("y"); constructor() { t("before"); super(t("arg")); t("after"); } }
const obj = { [t("k1")]: t("v1"), ...{ [t("k2")]: t("v2") }, [t("k3")]: t("v3") };
export function feature() { new Sub(); const { [t("p1")]: a = t("d1"), [t("p2")]: b = t("d2") } = { p1: 1 } as any; const f = (x = t("dx"), y = t("dy"), { z = t("dz") } = {} as any) => [x, y, z]; f(undefined, 2); (t({ m: () => t("called") }) as any)[t("m")](t("arg1"), ...t([t("s1")]), t("arg2")); t([0])[t(0)] = t(5); t({ q: 1 }).q += t(2); return [log, obj, a, b]; }
