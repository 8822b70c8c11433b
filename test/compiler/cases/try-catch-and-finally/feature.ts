export function feature(): unknown {
  const seen: string[] = [];
  const run = (fail: boolean) => {
    try {
      if (fail) throw new Error("no");
      return "fine";
    } catch {
      return "caught";
    } finally {
      seen.push("finally");
    }
  };
  try {
    seen.push(run(true), run(false));
    throw new TypeError("x");
  } catch (error) {
    seen.push((error as Error).message);
  }
  try {
    seen.push("again");
  } catch (error) {
    seen.push("never");
  }
  return seen;
}
