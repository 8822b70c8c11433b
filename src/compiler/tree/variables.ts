import type { AnyNode } from "./nodes.ts";
import type { Binding } from "./scope.ts";

/**
 * A variable of ES5: a binding, or several of one name that can share it, or what the lowering needs to keep a value in.
 */
export class Variable {
  /** As it is called at last, once it is named. */
  name = "";
  /** The names that it can have, the best first. */
  readonly wanted: readonly string[];
  /** True if it is not in the source: then its name may not hide another. */
  readonly isTemporary: boolean;
  readonly bindings: Binding[] = [];
  /** The facts about it, where another module declares it. */
  readonly external: ExternalBinding | undefined;

  constructor(
    wanted: readonly string[],
    { isTemporary = false, external }: { isTemporary?: boolean; external?: ExternalBinding } = {},
  ) {
    this.wanted = wanted;
    this.isTemporary = isTemporary;
    this.external = external;
  }
}

/** The facts about a variable that another module declares. */
export interface ExternalBinding {
  /** True if it gets one value, and no other. */
  readonly isConstant: boolean;
  /** True if it is never an object with a `valueOf` of its own. */
  readonly isPrimitive: boolean;
  /** True if it holds a CommonJS module. */
  readonly isCommonJs: boolean;
  readonly isClass: boolean;
  /** True for a class whose objects `new` gives as `this`. */
  readonly givesThis: boolean;
}

/** The values that a binding gets; undefined where one is not known. */
export function valuesOf({ references }: Binding): (AnyNode | undefined)[] {
  return references.flatMap(({ write }) => (write ? [write.value] : []));
}

/** Tells whether a function inside of the one that declares a binding names it. */
export function isCaptured({ references, scope }: Binding): boolean {
  return references.some((it) => it.scope.functionScope !== scope.functionScope);
}
