import type { AnyNode, Loop } from "./nodes.ts";
import type { Binding } from "./scope.ts";
import type { Variable } from "./variables.ts";

export type FrameKind =
  | "program"
  | "function"
  | "arrow"
  /** A function that makes the objects of a class, its fields included. */
  | "constructor"
  /** The value of a static field: it has the class as its `this`, and no variables of its own. */
  | "static field"
  | "static block"
  /** The body of a loop, as a function: then each round has variables of its own. */
  | "loop";

/** A function of ES5: variables belong to it, and temporary ones are declared where it begins. */
export class Frame {
  readonly kind: FrameKind;
  readonly node: AnyNode;
  readonly outer: Frame | undefined;
  /** Declared where the function begins. */
  readonly declared: Variable[] = [];
  /** The variables for `this`, `arguments` and `new.target` in functions inside, where one needs them. */
  self: Variable | undefined;
  ownArguments: Variable | undefined;
  newTarget: Variable | undefined;

  constructor(kind: FrameKind, node: AnyNode, outer?: Frame) {
    this.kind = kind;
    this.node = node;
    this.outer = outer;
  }

  /** The frame whose `this` is meant. */
  get ofThis(): Frame {
    return this.outer && (this.kind === "arrow" || this.kind === "loop") ? this.outer.ofThis : this;
  }

  /** The frame that has the variables of this one. */
  get ofVariables(): Frame {
    return this.outer && this.kind === "static field" ? this.outer.ofVariables : this;
  }
}

/** A variable of the head of a loop whose body becomes a function. */
export interface HeadVariable {
  readonly binding: Binding;
  /** In the loop, and in the function that its body becomes. */
  readonly outer: Variable;
  readonly inner: Variable;
  /** In the function that sets the variables first, if there is one. */
  readonly first: Variable | undefined;
}

/** A loop whose body becomes a function, as functions in it use variables that each round has anew. */
export interface LoopPlan {
  readonly loop: Loop;
  readonly frame: Frame;
  /** The function that sets the variables of the head first, where functions in it use them. */
  readonly firstFrame: Frame | undefined;
  /** True if the test of the head stands in the function, too, as functions in it use its variables. */
  readonly movesTest: boolean;
  readonly movesUpdate: boolean;
  readonly head: readonly HeadVariable[];
}
