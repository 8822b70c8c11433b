import { keyPattern } from "../model/layout.ts";
import { type Method, methods, type StepKind } from "../model/methods.ts";

/** A name in `Zap`: its method, and the step that the method belongs to. */
export interface NamedMethod {
  /** The row of the table of methods. */
  readonly method: Method;
  /** The key of the trigger, action or search; absent for the methods of the app as a whole. */
  readonly key?: string;
}

/** Tells whether a kind's methods begin with a key. */
export function isStepKind(kind: Method["kind"]): kind is StepKind {
  return kind === "trigger" || kind === "action" || kind === "search";
}

/** The longest first: `new_pre_poll` is the `pre_poll` of `new`, and no `poll` of `new_pre`. */
const byLength = [...methods].sort((one, other) => other.name.length - one.name.length);
const keyed = byLength.filter(({ kind }) => isStepKind(kind));

/**
 * The method that a name stands for, where no metadata says which keys there are: `new_ticket_pre_poll` is the `pre_poll` of
 * `new_ticket`. Undefined for a name that the platform cannot call.
 */
export function namedMethod(name: string): NamedMethod | undefined {
  const bare = byLength.find((method) => method.name === name);
  // `pre_poll` without a key is no `poll` of `pre`.
  if (bare) return isStepKind(bare.kind) ? undefined : { method: bare };
  const split = splitName(name);
  return split && keyPattern.test(split.key) ? split : undefined;
}

/** The parts of a name that ends with a method's, whether the first of them can be a key or not. */
export function splitName(name: string): Required<NamedMethod> | undefined {
  const method = keyed.find((it) => name.endsWith(`_${it.name}`));
  return method && { method, key: name.slice(0, -method.name.length - 1) };
}
