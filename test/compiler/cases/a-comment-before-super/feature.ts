export function feature(): unknown {
  class A {
    constructor(readonly n: number) {}
  }
  class B extends A {
    constructor() {
      // As the documentation says.
      super(7);
      // And then.
    }
  }
  return new B().n;
}
