// @ts-nocheck
function h1(list: number[]) { let total = 0; for (var i = 0, n = list.length, i = 0; i < n; i++) total += list[i]!; return [total, i, n]; }
function h2(list: number[]) { const seen: any[] = []; for (var rest = list, first = rest[0], rest = list.slice(1); rest.length > 0; first = rest[0]!, rest = rest.slice(1)) seen.push([first, rest.length]); return seen; }
function h3(b: any) { for (var it = b, isList = Array.isArray(it), at = 0, it = isList ? it : it.list; ; ) { if (at >= it.length) break; var one; one = it[at++]; if (one > 1) return [one, at, isList]; } return [at, isList]; }
function h4(n: number) { const all: any[] = []; for (var a = n, a = a + 1, b; a < n + 3; a++) { b = a; all.push(() => [a, b]); } return all.map((f) => f()); }
function h5(a: number) { for (var i = 0, a = a + i, i = 2; i < 3; i++) a += i; return [a, i]; }
function h6(o: any) { const keys: string[] = []; for (var { x, y } = o, x = x + 1; x < 4; x++) keys.push(`${x}${y}`); return keys; }
function h7() { for (var i = 0, i; i < 2; i++); for (var j, j = 1; j < 2; j++); return [i, j]; }
function h8(list: number[]) { for (var [first, ...rest] = list, first = first * 2; ; ) return [first, rest]; }
function h11(n: number): any { outer: for (var i = n, k = i, i = 0; i < 5; i++) { for (var j = i, i = i + 1, j = j + k; j < 4; j++) { if (j === 2) continue outer; } } return [i, j, k]; }
export function feature(): unknown {
  return [h1([1, 2, 3]), h2([1, 2, 3]), h3([1, 2]), h3({ list: [0] }), h4(1), h5(1), h6({ x: 1, y: 2 }), h7(), h8([1, 2]), h11(1)];
}
