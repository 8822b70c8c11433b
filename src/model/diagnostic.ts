/** Something that the tool found in what the user wrote. */
export interface Diagnostic {
  /** `TS2339` from the type-check, else a name such as `unknown-method`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Absolute, or as the user gave it. */
  readonly file: string;
  /** From 1; absent where the whole file is meant. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** What to do about it. */
  readonly hint?: string;
}

/** The user's sources or data are wrong: every finding, never only the first. */
export class Invalid extends Error {
  override readonly name = "Invalid";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((it) => `${it.file}:${it.line ?? 1}:${it.column ?? 1} ${it.message}`).join("\n"));
    this.diagnostics = diagnostics;
  }
}
