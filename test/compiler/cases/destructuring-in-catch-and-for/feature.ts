export function feature(): unknown {
  const seen: unknown[] = [];
  try {
    throw { code: 404, details: ["gone"] };
  } catch ({ code, details: [first] }: any) {
    seen.push(code, first);
  }
  for (let [low, high] = [0, 3] as [number, number]; low < high; [low, high] = [low + 1, high - 1]) {
    seen.push(`${low}-${high}`);
  }
  for (const { name = "none", tags: [tag = "untagged"] = [] } of [{ name: "a", tags: ["x"] }, {}] as {
    name?: string;
    tags?: string[];
  }[]) {
    seen.push(name + tag);
  }
  return seen;
}
