/**
 * A task that cannot be done: wrong options, a missing file, an unknown key. `fault` reads `Failed to <do> <what>:
 * <why>`; the message says what to do, too, as a test runner shows nothing else of an error. The command ends with 2.
 */
export class Failure extends Error {
  override readonly name = "Failure";
  /** The message without the hint. */
  readonly fault: string;
  /** The advice. */
  declare readonly hint?: string;

  constructor(fault: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(withHint(fault, options.hint), "cause" in options ? { cause: options.cause } : undefined);
    this.fault = fault;
    if (options.hint !== undefined) this.hint = options.hint;
  }
}

/**
 * Data that can be read and is wrong: a file that is not as its schema says, a value that a field does not take, a
 * script that throws. The command ends with 1, as it does for the findings of a build.
 */
export class DataFailure extends Failure {}

/** A fault, and on the next line what to do about it. */
export function withHint(fault: string, hint: string | undefined): string {
  return hint === undefined ? fault : `${fault}\n→ ${hint}`;
}
