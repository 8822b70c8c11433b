// @ts-nocheck
enum S { A = "s" as any, B = "t", C = (4 as number), D = `x` as any }
export function feature() { return [Object.keys(S), S.A, S["s"], S[4], S.B, S.t, S.D, S.x]; }
