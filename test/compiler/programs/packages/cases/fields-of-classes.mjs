const x = "module"; const a = "A"; let log = [];
class P { f = x; g = () => x; h = a; [x + "k"] = a; static s = x; static { const x = "static"; this.t = x + this.s; } constructor(x, b = a) { const a = "local"; log.push(x, a, this.f, this.g(), this.h, b, this.modulek); } }
class Q extends P { i = x + a; #j = this.i; set late(v) { log.push("setter"); } constructor(x2 = x) { super("arg"); const x3 = x2; log.push(this.i, this.#j, x3); } }
class R extends Q { late = 5; #m() { return 1; } get #g() { return this.late; } set #g(v) { this.late = v; } static #sm() { return "sm"; } n() { this.#g += 2; this.#g++; [this.#g] = [this.#g * 2]; return [this.#m?.(), this.#g, R.#sm(), this?.#g]; } }
function args() { class C { [arguments[0]]() { return "computed"; } static [arguments[1]] = "static"; [arguments[2]] = 1; } const c = new C(); return [c.k(), C.s, c.f]; }
function loops() { const fs = []; for (const i of [1, 2]) { class K { [`k${i}`] = i; static s = i; m() { return i; } } fs.push(() => [Object.keys(new K()), K.s, new K().m(), arguments.length]); } return fs.map((f) => f()); }
export function feature() { log = []; new P("p"); const r = new R(); return [log, r.late, r.n(), args("k", "s", "f"), loops(1, 2), Object.keys(r), P.t]; }
