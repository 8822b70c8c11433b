import type { Node } from "oxc-parser";
import type { LoopBody } from "./loop-bodies.ts";

const letters = "abcdefghjklmopqrstuvwxyz";

/** What kind of function it is. */
export interface FrameShape {
  /** Whether it has the `this` of the function around it: an arrow, or the body of a loop. */
  readonly isArrow?: boolean;
  /** What `this` is written as, where that is known. */
  readonly thisName?: string;
  /** Whether it belongs to a class itself, and not to what the class makes. */
  readonly isStatic?: boolean;
  /** Whether it makes an object of a class that extends another. */
  readonly isDerived?: boolean;
  /** Whether it is no function in ES5: its variables are those of the function around it. */
  readonly isInline?: boolean;
  readonly loop?: LoopBody;
}

/** A loop, a `switch` or a statement with a label. */
export interface Leavable {
  readonly is: "loop" | "switch" | "label";
  readonly label?: string;
}

/** A function of ES5 while what stands in it is lowered. */
export class Frame {
  readonly node: Node;
  readonly outer: Frame | undefined;
  /** Declared where the function begins. */
  readonly variables: string[];
  readonly shape: FrameShape;
  /** Whether a function inside needs the `this` of this one, and the class it was made with. */
  needsThis = false;
  needsNewTarget = false;
  /** What `break` and `continue` can leave in this function, the outermost first. */
  readonly leavable: Leavable[] = [];
  #count = 0;
  #hasIndex = false;

  constructor(node: Node, outer: Frame | undefined, shape: FrameShape = {}) {
    this.node = node;
    this.outer = outer;
    this.shape = shape;
    this.variables = shape.isInline && outer ? outer.variables : [];
  }

  /** The function whose `this` is meant. */
  get ofThis(): Frame {
    return this.shape.isArrow && this.outer ? this.outer.ofThis : this;
  }

  /** The function that it belongs to, if it is the body of a loop. */
  get ofLoops(): Frame {
    return this.shape.loop && this.outer ? this.outer.ofLoops : this;
  }

  /** `_a`, `_b`, …, `_z`, `_27` */
  temporaryName(isTaken: (name: string) => boolean): string {
    if (this.shape.isInline && this.outer) return this.outer.temporaryName(isTaken);
    for (;;) {
      const count = this.#count++;
      const name = `_${letters[count] ?? count + 2}`;
      if (!isTaken(name)) return name;
    }
  }

  /** `_i` for the first loop */
  indexName(isTaken: (name: string) => boolean): string {
    if (this.#hasIndex || isTaken("_i")) return this.temporaryName(isTaken);
    this.#hasIndex = true;
    return "_i";
  }
}
