export function feature(): unknown {
  const size: string = "size";
  const box = {
    width: 2,
    1: "one",
    "quoted name": true,
    area(height = 2) {
      return this.width * height;
    },
    [`${size}Of`](list: unknown[]) {
      return list.length;
    },
    get half(): number {
      return this.width / 2;
    },
  };
  const sizeOf = (box as unknown as { sizeOf: (list: unknown[]) => number }).sizeOf;
  return [box.area(), box.area(5), box.half, sizeOf([1, 2]), box[1], box["quoted name"]];
}
