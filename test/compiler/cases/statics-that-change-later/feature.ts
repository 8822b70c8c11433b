export function feature(): unknown {
  class A {
    static n = 1;
    static list: number[] = [];
    static get twice() {
      return A.n * 2;
    }
  }
  class B extends A {}
  A.n = 2;
  B.list.push(5);
  return [B.n, B.twice, A.list, Object.keys(B)];
}
