// @ts-nocheck
function thrown(v: any): any { throw v; }
function c1() { let r: any[] = []; try { thrown(1); } catch (e) { e = 5; r.push(e); } { let e = 3; r.push(e, () => e); } try { thrown(2); } catch ({ e }: any) { r.push(e); } return r; }
function c2() { try { thrown({ a: 1 }); } catch ({ a, ...rest }: any) { a = 4; var b = a; try { thrown(2); } catch (a) { b += a as number; } return [a, rest, b]; } }
function c3() { const r: any[] = []; for (let i = 0; i < 3; i++) { try { thrown({ a: i }); } catch (e) { e = i; r.push(() => e); if (i === 1) continue; } r.push(() => i); } return r.map(f => f()); }
function c4() { try { thrown(1); } catch (error) { error = 2; try { thrown(3); } catch (_error) { _error = [error, _error]; return _error; } } }
function c5() { for (const x of [1, 2]) try { thrown(x); } catch (e) { e = e as number + 1; return e; } finally { } }
function c6() { try { thrown(7); } catch (e) { var e: any; const before = e; for (var e in { k: 1 }); return [before, e]; } }
function c7() { try { thrown(7); } catch (e) { const f = () => { e = 9; }; f(); return e; } }
function c8() { try { thrown(7); } catch (e) { e = e as number + 1; [e] = [e]; ({ e } = { e: 4 }); return e; } }
function c9() { const r: any[] = []; for (let i = 0; i < 3; i++) { try { thrown({ a: i }); } catch ({ a }: any) { r.push(() => a); } } return r.map(f => f()); }
function c10() { const r: any[] = []; let n = 0; while (n++ < 3) try { thrown({ a: n }); } catch ({ a, b = () => a }: any) { r.push(b, () => a); } return r.map(f => f()); }
const e = 1; function f() { const e = 2; try { throw 3; } catch (e) { return e; } }
function g(e: any) { try { throw 3; } catch (e) { try { throw 4; } catch (e) { return e; } } }
let top: any; try { throw 5; } catch (e) { top = e; }
function h() { try { throw 3; } catch (e) { let r: any = e; { const e = 6; r += e; } return [r, () => e].map(x => typeof x === "function" ? x() : x); } }
export function feature(): unknown {
  return [e, top, c1(), c2(), c3(), c4(), c5(), c6(), c7(), c8(), c9(), c10(), f(), g(1), h()];
}
