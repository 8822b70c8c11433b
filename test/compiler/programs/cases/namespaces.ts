// @ts-nocheck
namespace retry {
  export const limit = 3;
  export function retry() {
    return limit;
  }
}
namespace Outer {
  export namespace Inner {
    export const value = 4;
  }
  export import Alias = Inner;
  import Local = Inner;
  export const twice = Local.value * 2 + Alias.value;
}
const Low = "outer low";
enum Level { Low, Highest, Next = Low + 1 }
namespace Level {
  export function name(level: Level) { return level === Level.Low ? "low" : Level[level]; }
  export const all = [Low, Level.Highest]; export const High = "h";
}
function sizes() {
  const found: unknown[] = [];
  { enum Size { Small = 1 } found.push(Size.Small, Size[1]); }
  { enum Size { Small = "s" } found.push(Size.Small); }
  return found;
}
function Counter() { return Counter.count++; }
namespace Counter { export let count = 5; }
class Box { size = Box.standard; }
namespace Box { export const standard = 9; }
namespace Same { export const Same = 1; export const read = () => Same; }
namespace Shadow { export const list = [1]; export function map(list: number[]) { return list.concat(Shadow.list); } { const Shadow = 3; list.push(Shadow); } }
namespace Pattern { export const { a, b: [c = 2], ...rest } = { a: 1, b: [] as number[], d: 4 }, e = a; export let late: number; late = 3; late += 1; export const obj = { a, c, late }; }
namespace A.B.C { export const deep = "deep"; }
namespace A.B { export const middle = C.deep + "er"; }
export namespace Exported { export type T = string; export interface I { a: string } export const x: T = "x"; export class K { v = x; } export abstract class Abs { abstract m(): string; n() { return new K().v; } } export class Sub extends Abs { m() { return "m"; } } }
export function feature(): unknown {
  return [retry.retry(), Outer.twice, Outer.Alias.value, Level.name(0), Level.name(1), Level.all, sizes(), Counter(), Counter(), Counter.count, new Box().size,
    Same.read(), Shadow.map([7]), Shadow.list, Pattern.a, Pattern.c, Pattern.rest, Pattern.e, Pattern.late, Pattern.obj, A.B.middle, A.B.C.deep, new Exported.Sub().n(), new Exported.Sub().m()];
}
