export function feature(): unknown {
  const o: { a?: number | null; b: number; c: string; d?: string[] } = { a: null, b: 2, c: "" };
  o.a ??= 1;
  o.a ??= 5;
  o.b &&= o.b + 1;
  o.c ||= "text";
  (o.d ??= []).push("x");
  (o.d ??= []).push("y");
  return o;
}
