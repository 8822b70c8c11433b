/** What was asked cannot be done: wrong options, a missing file. The message reads `Failed to <do> <what>: <why>`. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** What to do about it. */
  declare readonly hint?: string;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    if (options.hint !== undefined) this.hint = options.hint;
  }
}
