// @ts-nocheck
namespace Config { export enum Mode { Off, On = 3, Auto } export const mode: Mode = Mode.Auto; export const label = Mode[mode]; }
namespace Config { export function next() { return mode + 1; } export let counter = 0; export function bump() { counter++; return counter; } }
namespace Config { export class Thing { static made = 0; constructor(public n = counter) { Thing.made++; } } export const thing = new Thing(5); export namespace Deep { export const here = mode; export function up() { counter += 10; return counter; } } }
enum Kind { A = 1, B = A << 2, C = B | A } namespace Kind { export function has(kind: Kind) { return Kind[kind] !== undefined; } }
namespace f { export const f = 1; export const g = f + 1; }
namespace outerName { const hidden = 1; export namespace outerName { export const x = hidden + 1; } }
export import K = Config.Deep;
import D = Config.Deep;
namespace WithFor { export const list: number[] = []; for (let i = 0; i < 3; i++) list.push(i); for (const x of [7]) { list.push(x); } export let a = 1, b = a + 1; [a, b] = [b, a]; ({ a, b } = { a: a + 10, b: b + 10 }); a++; --b; a += 5; export const fn = () => a + b; export let un: any; un ??= 4; un ||= 5; un &&= 6; delete (list as any)[0]; }
namespace Params { export const v = 1; export function r(v: number) { return v; } export function s({ v: w = v }: { v?: number } = {}) { return w; } export const o = { v, m() { return v; }, get v2() { return v; } }; export function sh() { const v = 2; return v; } }
namespace Only { export interface T {} export type U = string; }
declare namespace Amb { const q: number; }
namespace Empty {}
function sib() { const out: any[] = []; for (let i = 0; i < 2; i++) { enum S { X = 1, Y } out.push(S.Y, S[1]); } { enum S { X = "q" } out.push(S.X); } if (out) { enum T { A } out.push(T[0]); } else { enum T { B = 4 } out.push(T[4]); } switch (1 as number) { case 1: enum U { Z = 9 } out.push(U.Z); } return out; }
export function feature(): unknown { return [Config.label, Config.next(), Config.bump(), Config.bump(), new Config.Thing().n, Config.Thing.made, Config.thing.n, K.here, D.up(), Config.counter, Kind.has(5), Kind.C, f.f, f.g, outerName.outerName.x, WithFor.list, WithFor.a, WithFor.b, WithFor.fn(), WithFor.un, Params.r(5), Params.s(), Params.o.m(), Params.o.v2, Params.sh(), sib()] ; }
