export function feature(): unknown {
  abstract class Shape {
    sides = 0;
    abstract area(): number;
    describe(unit = "cm") {
      return this.area() + unit + this.sides;
    }
    static kind() {
      return "shape";
    }
  }
  class Square extends Shape {
    sides = 4;
    constructor(private readonly a: number) {
      super();
    }
    area() {
      return this.a ** 2;
    }
    describe(unit?: string) {
      return "square " + super.describe(unit);
    }
    static kind() {
      return "square, a " + super.kind();
    }
  }
  class Named extends Square {
    tag = () => "#" + this.area();
  }
  const named = new Named(3);
  return [
    named.describe(),
    named.describe("m"),
    named.tag(),
    Named.kind(),
    named instanceof Shape,
    Object.keys(named).sort(),
  ];
}
