const x = "file";

export function feature(): unknown {
  const seen: unknown[] = [x];
  const later: (() => unknown)[] = [];
  {
    const x = 1;
    later.push(() => x);
    {
      const x = 2;
      seen.push(x);
    }
    seen.push(x);
  }
  {
    const x = 3;
    later.push(() => x);
  }
  try {
    throw new Error("caught");
  } catch (x) {
    {
      const x = "inner";
      seen.push(x);
    }
    seen.push((x as Error).message);
  }
  for (const y of [1]) {
    for (const y of [2, 3]) {
      later.push(() => y);
    }
    seen.push(y);
  }
  const isNaN = (value: unknown) => `own ${value}`;
  if (seen.length > 0) {
    const parseInt = (text: string) => `not ${text}`;
    seen.push(parseInt("7"));
  }
  seen.push(parseInt("7", 10), isNaN(1));
  const f = function g(n: number): unknown {
    if (n > 0) {
      const g = n;
      return g;
    }
    return typeof g;
  };
  switch (seen.length) {
    case 0:
      break;
    default: {
      const seen = "hidden";
      later.push(() => seen);
    }
  }
  return [seen, later.map((call) => call()), f(0), f(1)];
}
