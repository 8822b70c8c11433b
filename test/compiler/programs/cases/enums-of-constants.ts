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
export enum Merged { B = "b" }
export function feature(): unknown {
  const of = (it: any) => Object.keys(it).map((key) => [key, it[key]]);
  return [of(E), of(F), of(H), of(Computed), of(Empty), Fast.B, of(Merged), F.D, H.c];
}
