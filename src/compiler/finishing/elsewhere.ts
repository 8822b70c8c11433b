import type { Variable } from "./scopes.ts";

/** What is known of a variable that another file declares. */
export interface Elsewhere {
  /** Whether it gets one value, and no other. */
  readonly isSteady: boolean;
  /** Whether it is for sure no object with a `valueOf` of its own. */
  readonly isNoObject: boolean;
  /** Whether it holds a CommonJS module. */
  readonly isCommonJs: boolean;
  /** Whether it is a class, and `new` gives what that made. */
  readonly givesThis: boolean;
}

/** Whether a variable gets one value that is known, and no other. */
export function isSteady({ elsewhere, values }: Variable): boolean {
  return elsewhere ? elsewhere.isSteady : values.length === 1 && values[0] !== undefined;
}
