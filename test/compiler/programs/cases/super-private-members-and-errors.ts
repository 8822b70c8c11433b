// @ts-nocheck
class HttpError extends Error {
  name = "HttpError";
  constructor(readonly status: number, message?: string) { super(message ?? `HTTP ${status}`); }
  get isServer() { return this.status >= 500; }
}
class Bare extends Error {}
class Ranged extends RangeError { constructor() { super("range"); } override toString() { return "Ranged: " + super.toString(); } }
class Deep extends HttpError { constructor() { super(500); } }
const base = { greet(name: string) { return "hi " + name + this.mark; }, mark: "!", get size() { return this.mark.length; } };
const derived: any = { __proto__: base, mark: "?", greet(name: string) { return super.greet(name) + " there"; }, get size() { return super.size + 10; }, set size(v: number) { this.mark = "x".repeat(0) + v; } };
class Shape { #id = 1; static made = 0; _w = 2; get w() { return this._w; } set w(v) { this._w = v; } describe() { return "shape" + this.#id; } static create() { return new this(); } static get kind() { return "k"; } }
class Square extends Shape { #id = 2; #count = 0; get w() { return super.w * 2; } set w(v) { super.w = v + 1; } describe() { return super.describe() + this.#id + this.#bump(); } #bump() { return ++this.#count; } static get kind() { return super.kind + "s"; } get #secret() { return this.#count; } secret() { return this.#secret; } static #hidden = 7; static hidden() { return Square.#hidden; } }
function sum(...values: number[]) { const add = () => { let t = 0; for (let i = 0; i < arguments.length; i++) t += arguments[i]; return t + values.length; }; return add(); }
export function feature(): unknown {
  const seen: unknown[] = [];
  const grab = (f: () => unknown) => { try { f(); return "none"; } catch (e: any) { return [e.name, e.message, e instanceof Error, e instanceof HttpError, e instanceof RangeError, String(e), typeof e.stack, Object.keys(e)]; } };
  seen.push(grab(() => { throw new HttpError(404); }), grab(() => { throw new Bare("bare"); }), grab(() => { throw new Ranged(); }), grab(() => { throw new Deep(); }));
  seen.push(new Deep().isServer, derived.greet("you"), derived.size, (derived.size = 5, derived.mark));
  const s = new Square(); s.w = 4; seen.push(s.w, s.describe(), s.describe(), Square.kind, s.secret(), Square.hidden(), Object.keys(s), JSON.stringify(s));
  for (const key in s) if (Object.prototype.hasOwnProperty.call(s, key)) seen.push(key);
  seen.push(sum(1, 2, 3));
  const from = { x: 1 }; const spread = { ...from, get y() { return this.x + 1; }, z: 3, set w(v: number) { this.x = v; }, get w() { return 0; } };
  spread.w = 5; seen.push(spread.y, Object.keys(spread).length);
  return seen;
}
