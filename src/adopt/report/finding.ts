import type { AnyNode } from "acorn";
import type { ScriptReading } from "../../inference/read-script.ts";
import type { Metadata } from "../../model/definitions.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ParsedScript } from "../cut/script.ts";

/** A script, and what is known of it. */
export interface AnalyzedScript {
  readonly script: ParsedScript;
  readonly file: string;
  readonly reading: ScriptReading;
  readonly metadata: Metadata;
  /** True if the steps of the metadata were declared, and not inferred from the methods. */
  readonly isDeclared: boolean;
  /** The names in `Zap` of the methods that the platform can call. */
  readonly methods: readonly string[];
  /** All names in `Zap`. */
  readonly names: readonly string[];
}

/** A warning about a node of a script. */
export function warningAt(
  { loc }: Pick<AnyNode, "loc">,
  file: string,
  finding: Pick<Diagnostic, "code" | "message" | "hint">,
): Diagnostic {
  const { line = 1, column = 0 } = loc?.start ?? {};
  return { severity: "warning", file, line, column: column + 1, ...finding };
}
