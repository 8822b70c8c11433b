// @ts-nocheck
class Plain {}
function mix(Base: any) {
  return class Mixed extends Base {
    #name = 1;
    static #count = 0;
    constructor() { super(); Mixed.#count++; }
    get() { return (this.#name); }
    set(n: number) { this.#name = n; this.#twice(); return this; }
    #twice() { this.#name *= 2; }
    both() { return [super.both ? super.both() : 0, this.#name, this.#half, Mixed.#count]; }
    get #half() { return (this.#name / 2); }
    set #half(v) { this.#name = v * 2; }
    change() { this.#half = 9; this.#name ??= 4; return (this.#name); }
  };
}
function mixedInStatements(Base: any) {
  class Counter extends Base { #count = 0; up() { return [super.up ? super.up() : "", ++this.#count]; } }
  return Counter;
}
export function feature(): unknown {
  const seen: unknown[] = [];
  const A: any = mix(Plain), b: any = new (mix(A))();
  b.set(5);
  A.prototype.set.call(b, 7);
  seen.push(b.both(), b.get(), A.prototype.get.call(b), b.change(), Object.keys(b), b.both());
  const Once: any = mixedInStatements(Plain), twice: any = new (mixedInStatements(Once))();
  seen.push(twice.up(), Once.prototype.up.call(twice), twice.up(), new Once().up());

  const made: any[] = [];
  const bases = [class First { m() { return "first"; } }, class Second { m() { return "second"; } }];
  for (let i = 0; i < 2; i++) {
    class One extends bases[i] { m() { return [super.m(), new.target === undefined]; } static n = i; static f = () => this.n; static { this.own = i + 1; } }
    made.push(One);
  }
  for (const text of ["a", "b"]) {
    class Two { isNew = new.target === Two; static text = text; static own = () => this.text; }
    made.push(Two);
  }
  for (let i = 0; i < 2; i++) {
    class Three extends bases[i] { m() { return super.m(); } }
    made.push(class Four { m() { return [new.target === undefined]; } });
    const Five = class Five extends bases[i] { m() { return "five " + super.m(); } };
    made.push(Five, Three);
  }
  seen.push(made.map((it) => (!it.own ? new it().m() : it.f ? [it.f(), it.own + 0, new it().m()] : [it.own(), new it().isNew])));

  const objects: any[] = [];
  const protos = [{ m() { return "first"; } }, { m() { return "second"; } }];
  for (let i = 0; i < 2; i++) {
    objects.push(Object.setPrototypeOf({ n: i, m() { return super.m() + this.n; } }, protos[i]));
    const named = { n: i, m() { return super.m() + this.n; }, [`k${i}`]: i, ...{ z: i } };
    objects.push(Object.setPrototypeOf(named, protos[i]));
  }
  for (const proto of protos) {
    const inner = { m() { return super.m() + JSON.stringify(proto); } };
    objects.push(Object.setPrototypeOf(inner, proto));
  }
  seen.push(objects.map((it) => [it.m(), Object.keys(it)]));
  return seen;
}
