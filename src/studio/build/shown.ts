import { readFileSync } from "node:fs";
import { type Diagnostic, Invalid } from "../../model/diagnostic.ts";
import { Failure } from "../../model/failure.ts";
import { isSystemError, reasonOf } from "../../model/system-error.ts";
import { codeFrame } from "../../output/code-frame.ts";
import type { FramedDiagnostic } from "../api.ts";

/** Findings with the lines that they are about. */
export function shownFindings(diagnostics: readonly Diagnostic[]): FramedDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const frame = frameOf(diagnostic);
    return frame === undefined ? diagnostic : { ...diagnostic, frame };
  });
}

/**
 * Why there is no build, as findings.
 *
 * @param file - the one that was to be built
 * @throws the error where it is a defect of zapc.
 */
export function findingsOf(error: unknown, file: string): FramedDiagnostic[] {
  if (error instanceof Invalid) return shownFindings(error.diagnostics);
  const base = { code: "build", severity: "error" as const, file };
  if (error instanceof Failure)
    return [{ ...base, message: error.fault, ...(error.hint !== undefined && { hint: error.hint }) }];
  if (isSystemError(error)) return [{ ...base, message: `${reasonOf(error)}.`, file: error.path ?? file }];
  throw error;
}

function frameOf({ file, line, column }: Diagnostic): string | undefined {
  if (line === undefined) return undefined;
  try {
    return codeFrame(readFileSync(file, "utf8"), { line, column, isColored: false });
  } catch {
    // The file is gone, or can no longer be read.
    return undefined;
  }
}
