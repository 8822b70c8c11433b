// @ts-nocheck
const base = 4;
const name = "n" as const;
enum E { X = base, Y }
enum F { A = E.Y, B, C = "c" }
enum F { D = B + 1, G = A }
enum H { "a-b" = 1, c = H["a-b"] << 3, d = ~c, e = `${name}x`, f = -1, g = 1.5, h = f }
enum Computed { One = "x".length, Two = One * 2, Three = Math.max(One, 3), Four = 7, Five }
enum Empty {}
declare enum Ambient { A }
const enum Fast { A = 1, B = A | 2 }
export enum Merged { A = "a" }
namespace Sizes { export const one = 1, same = one; export enum Two { X = 6, Y } export enum E { A = one, B, C = Two.X, D, F = Two.Y, G, H = same, I } export namespace In { export const deep = one + 4; export enum Q { A = deep, B, C = Sizes.one, D } } }
enum Outside { A = Sizes.one, B, C = Sizes.In.deep, D, E = Sizes.Two.Y, F }
namespace Circular { export const a: number = b; export const b: number = a; export enum E { A = 1, B } }
export enum Merged { B = "b" }
export function feature(): unknown {
  const of = (it: any) => Object.keys(it).map((key) => [key, it[key]]);
  return [of(Sizes.E), of(Sizes.In.Q), of(Outside), Circular.E.B, of(E), of(F), of(H), of(Computed), of(Empty), Fast.B, of(Merged), F.D, H.c];
}
