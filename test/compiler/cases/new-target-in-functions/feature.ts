class Base {
  readonly made: string;
  constructor() {
    this.made = (() => (new.target === Base ? "base" : "derived"))();
  }
}

class Derived extends Base {}

export function feature(): unknown {
  return [new Base().made, new Derived().made];
}
