namespace Geo {
  export const half = 0.5;
  export function area(r: number) {
    return half * r ** 2;
  }
  export namespace Inner {
    export let n = 1;
    export const next = () => ++n;
  }
}

export function feature(): unknown {
  return Geo.area(2) + Geo.Inner.next();
}
