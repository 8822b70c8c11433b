class Path {
  readonly parts: string[];
  constructor(...parts: string[]) {
    this.parts = parts;
  }
  join(separator: string, ...more: string[]): string {
    return [...this.parts, ...more].join(separator);
  }
}

export function feature(): unknown {
  const parts = ["a", "b"];
  const path = new Path("root", ...parts, ...parts);
  const joining = { with: path };
  return [path.join("/", ...parts, "end"), joining.with.join(...(["-", "x"] as const)), [..."ab".split(""), ...[]]];
}
