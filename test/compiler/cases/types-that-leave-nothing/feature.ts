interface Named {
  readonly name: string;
}
type Pair<T> = readonly [T, T];
declare const nowhere: number;

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && "name" in value;
}

function assertText(value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError("no text");
}

export function feature(): unknown {
  const pair = <Pair<number>>[1, 2];
  const found: unknown = { name: "a" };
  const text: unknown = "text";
  assertText(text);
  let later!: number;
  later = pair[0]!;
  return [isNamed(found) ? found.name : "none", text.length, later, typeof nowhere];
}
