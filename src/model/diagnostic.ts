import { withHint } from "./failure.ts";

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
  /** The advice. */
  readonly hint?: string;
}

/** Compares two findings by where they stand, for `sort`. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** The user's sources or data are wrong: every finding, never only the first. */
export class Invalid extends Error {
  override readonly name = "Invalid";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(asLines).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** `triggers/thing.ts:9:3 The message.` and, below it, the hint. */
function asLines({ file, line, column, message, hint }: Diagnostic): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return withHint(`${place} ${message}`, hint);
}
