export function feature(): unknown {
  let calls = 0;
  const call = () => ++calls;
  const quiet = () => void call();
  void call();
  quiet();
  return [calls, quiet() === undefined, calls];
}
