import { type Method, methods } from "../model/methods.ts";

/** The kinds whose methods begin with a key. */
export type StepKind = "trigger" | "action" | "search";

/** A name in `Zap`: its method, and the step that the method belongs to. */
export interface NamedMethod {
  /** The row of the table of methods. */
  readonly method: Method;
  /** The key of the trigger, action or search; absent for the methods of the app as a whole. */
  readonly key?: string;
}

// Source: the archived documentation, "Key".
const keyPattern = /^[A-Za-z][A-Za-z0-9_]+$/;

/** Tells whether a name can be the key of a step or a field. */
export function isKey(name: string): boolean {
  return keyPattern.test(name);
}

/** Tells whether a kind's methods begin with a key. */
export function isStepKind(kind: Method["kind"]): kind is StepKind {
  return kind === "trigger" || kind === "action" || kind === "search";
}

/** The longest first: `x_pre_poll` is no `poll` of `x_pre`. */
const byLength = [...methods].sort((one, other) => other.name.length - one.name.length);

/**
 * The method that a name stands for, where no metadata says which keys there are: `new_ticket_pre_poll` is the `pre_poll` of
 * `new_ticket`. Undefined for a name that the platform cannot call.
 */
export function namedMethod(name: string): NamedMethod | undefined {
  const bare = byLength.find((method) => method.name === name);
  // `pre_poll` without a key is no `poll` of `pre`.
  if (bare) return isStepKind(bare.kind) ? undefined : { method: bare };
  for (const method of byLength.filter(({ kind }) => isStepKind(kind))) {
    const key = name.endsWith(`_${method.name}`) ? name.slice(0, -method.name.length - 1) : "";
    if (isKey(key)) return { method, key };
  }
  return undefined;
}
