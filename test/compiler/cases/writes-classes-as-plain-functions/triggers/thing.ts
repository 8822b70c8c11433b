import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

/** Nothing uses it: it goes. */
class Unused {
  static count = 0;
}

/** Only another unused class uses it. */
class UnusedToo extends Unused {}

/** A shape. */
class Shape {
  /** How many were made. */
  static made = 0;

  /** Its corners. */
  protected corners = 0;

  /** Counts. */
  constructor(readonly name: string) {
    Shape.made++;
  }

  /** What it is. */
  describe(): string {
    return `${this.name} with ${this.corners} corners`;
  }

  static of(name: string): Shape {
    return new Shape(name);
  }
}

/** It has a constructor that only TypeScript writes. */
class Square extends Shape {
  corners = 4;

  describe(): string {
    return `A square: ${super.describe()}`;
  }
}

class Tagged extends Square {
  /** Keeps its object. */
  readonly tag = () => `#${this.name}`;

  constructor(name: string) {
    // Before.
    super(name.trim());
    if (!name) return;
    this.corners = 5;
  }
}

/** What it is made from may be another object. */
class Wrapper {
  constructor(inner: object) {
    return inner;
  }
}

class Wrapped extends Wrapper {
  readonly isWrapped = true;
}

export function poll(_: Poll<typeof trigger>): Results {
  class Local extends Shape {
    static Shape = "hides nothing";
  }
  const hidden = (Shape: string) => [new Local(Shape).name, new Square(Shape).name];
  const shapes = [Shape.of("any"), new Square("big"), new Tagged(" small "), new Local(Local.Shape)];
  return shapes.map((shape, id) => ({
    id,
    text: shape.describe(),
    made: Shape.made,
    hidden: hidden("x"),
    wrapped: new Wrapped({ id }),
  }));
}
