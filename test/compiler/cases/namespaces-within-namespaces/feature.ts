namespace Outer.Middle {
  export const base = 2;
  export const { twice, thrice } = { twice: base * 2, thrice: base * 3 };
  export enum Kind {
    Small = 1,
    Large = Small + 4,
    Other = "abc".length,
    Last = Other * 2,
  }
  export class Box {
    constructor(readonly size = base) {}
  }
  export let count = 0;
  export function add() {
    count += twice;
    return { count };
  }
}

namespace Outer.Middle {
  export const all = () => [base, twice, count, add().count, new Box().size, Kind.Large];
}

namespace Outer.Types {
  export type Text = string;
}

import Middle = Outer.Middle;

export function feature(): unknown {
  const text: Outer.Types.Text = "text";
  return [Middle.all(), Middle.thrice, Outer.Middle.Kind[5], Outer.Middle.Kind.Last, text];
}
