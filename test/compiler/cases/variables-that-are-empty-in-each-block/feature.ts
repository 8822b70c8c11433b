export function feature(): unknown {
  const seen: unknown[] = [];
  {
    let a: number | undefined = 1;
    seen.push(a);
    let b: string | undefined;
    b = "b";
    seen.push(b);
  }
  {
    let a: number | undefined;
    seen.push(a as unknown);
    a = 2;
    seen.push(a);
  }
  try {
    throw new Error("thrown");
  } catch (error) {
    let b: string | undefined;
    seen.push(b as unknown, error instanceof Error);
  }
  for (let a: number | undefined; (a ?? 0) < 2; a = (a ?? 0) + 1) seen.push(a as unknown);
  return seen;
}
