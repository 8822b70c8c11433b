export function feature(): unknown {
  const seen: number[] = [];
  for (let i = 0; i < 2; i++) {
    function twice() {
      return i * 2;
    }
    seen.push(twice());
  }
  if (seen) {
    function once() {
      return 7;
    }
    seen.push(once());
  }
  return seen;
}
