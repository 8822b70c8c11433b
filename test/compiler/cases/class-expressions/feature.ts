export function feature(): unknown {
  const Point = class Point {
    constructor(
      readonly x: number,
      readonly y = 0,
    ) {}
    toString() {
      return `${this.x}/${this.y}`;
    }
  };
  const Named = class Inner {
    again() {
      return new Inner();
    }
  };
  return [String(new Point(1)), `${new Point(2, 3)}`, new Named().again() instanceof Named];
}
