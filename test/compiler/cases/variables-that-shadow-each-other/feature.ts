export function feature(): unknown {
  const name = "outer";
  const seen = [name];
  {
    const name = "inner";
    seen.push(name);
    {
      const name = "innermost";
      seen.push(name);
    }
    seen.push(name);
  }
  return seen.concat(name);
}
