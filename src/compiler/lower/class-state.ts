import type { Frame } from "../tree/frames.ts";
import type { AnyClass, AnyNode, NodeOf } from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";

/** The way in which the constructor of a class that extends another makes its objects. */
export type ConstructionKind =
  /** It extends nothing. */
  | "alone"
  /** `new` gives `this`, whatever the classes above do. */
  | "this"
  /** It extends `Error`. */
  | "error"
  /** A constructor above can return another object. */
  | "other";

/** A class while it is lowered. */
export interface ClassState {
  readonly node: AnyClass;
  readonly construction: ConstructionKind;
  /** The variable that the class is called by inside. */
  readonly variable: Variable;
  readonly constructorFrame: Frame;
  /** True for a function with statements behind it; else these stand in a function around it, if there are any. */
  readonly isStatement: boolean;
  /** The superclass, once it is lowered. */
  base: AnyNode | undefined;
  /** The statements before the class: they keep the superclass in a variable. */
  readonly before: AnyNode[];
  /** The keys of fields that are evaluated once. */
  readonly keys: Map<AnyNode, Variable>;
  /** `super(…)`, where it is a statement of the constructor itself, and what it becomes. */
  readonly superCall: AnyNode | undefined;
  superExpression: AnyNode | undefined;
  /** The variable that holds the object, where a class above can give another than `this`, and it is used. */
  object: Variable | undefined;
  /** The function that sets fields, where `super(…)` stands anywhere else. */
  fieldsFunction: Variable | undefined;
  /** The names of the `#private` members; a variable holds the name where the class is made more than once. */
  readonly privateNames: ReadonlyMap<string, string | Variable>;
}

/** The home object of a method, as ECMAScript calls it: the class or the object that `super` begins above. */
export type HomeObject =
  | { readonly class: ClassState; readonly isStatic: boolean }
  | { readonly object: NodeOf<"ObjectExpression">; variable: Variable | undefined };
