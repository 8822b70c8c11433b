/** The owner of a method: one trigger, action or search, whose key its name begins with, or the app as a whole. */
export type MethodKind = "trigger" | "hook" | "action" | "search" | "auth" | "hydrator" | "member";

/** The kinds whose methods begin with the key of a step. */
export type StepKind = Extract<MethodKind, "trigger" | "action" | "search">;

/** The time at which a method runs: before the platform's request, after it, or in place of it. */
export type MethodPhase = "pre" | "post" | "full";

/** One method that the platform can call in `Zap`. */
export interface Method {
  /** The name it is exported by; in `Zap` the methods of triggers, actions and searches are `KEY_name`. */
  readonly name: string;
  /** The name it is exported by in place of its own, which the metadata has: `search`. */
  readonly exportedAs?: string;
  readonly kind: MethodKind;
  readonly phase: MethodPhase;
  /** The type in `zapc` of the bundle it gets. */
  readonly bundle: string;
  /** The type in `zapc` of what it returns. */
  readonly result: string;
  /** True if it may take `(bundle, callback)` and call back later. */
  readonly callback?: true;
  /** The methods that are never called where this one is. */
  readonly standsInFor?: readonly string[];
  /** The purpose, in a sentence. */
  readonly documentation: string;
  /** The mistake that authors make, the platform's reaction, and the right code. */
  readonly pitfall?: string;
  /** The platform's behaviour when the method is not there. */
  readonly without: string;
}
