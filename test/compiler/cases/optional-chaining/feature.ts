export function feature(): unknown {
  type Deep = { x?: { y?: (n: number) => number; z?: { w: number } } };
  const none = undefined as Deep | undefined;
  const some: Deep = { x: { y: (n) => n + 1 } };
  return [
    none?.x?.y?.(1) ?? "none",
    some?.x?.y?.(1),
    some.x?.["z"]?.w ?? "no z",
    none?.x?.z?.w.toFixed(1) ?? null,
  ];
}
