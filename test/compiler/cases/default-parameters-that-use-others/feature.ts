export function feature(): unknown {
  const calls: string[] = [];
  const make = (name: string) => {
    calls.push(name);
    return name;
  };
  function f(a = make("a"), b = a + make("b"), c = () => b) {
    b += "!";
    return c();
  }
  return [f(), f("x"), f("x", "y"), f(undefined, "z"), calls];
}
