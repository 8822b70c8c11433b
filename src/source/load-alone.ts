import vm from "node:vm";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import type { Engine } from "./engine.ts";
import { es5Only } from "./es5-only.ts";

/** A script, and where in the scripting directory its lines come from. */
export interface MappedScript {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The scripting directory. */
  readonly directory: string;
}

/** The realm in which a script is loaded, and the meaning of an exception there. */
export interface LoadEnvironment {
  /** The globals besides those of ES5. */
  readonly globals: object;
  /** A script that changes what is there, before all that came after ES5 is taken out. */
  readonly prelude?: string;
  /** The engine whose built-ins are there. */
  readonly engine?: Engine;
  readonly consequence: string;
  readonly hint: string;
}

// Loading declares functions: it takes a moment, or it does not end.
const MOST_MILLISECONDS = 2000;

/**
 * Loads a script where only ES5 is there and what is said, and gives the value of `result`.
 *
 * @throws {Invalid} when the script throws while it loads, pointing to the source.
 */
export function loadAlone(
  script: MappedScript,
  { globals, prelude, engine = "es5", consequence, hint }: LoadEnvironment,
  result: string,
): unknown {
  const context = vm.createContext({ ...globals });
  if (prelude !== undefined) vm.runInContext(prelude, context);
  if (engine === "es5") vm.runInContext(es5Only, context);
  try {
    const text = `${script.code};${result}`;
    return vm.runInContext(text, context, { filename: "zap.js", timeout: MOST_MILLISECONDS });
  } catch (error) {
    const { why, stack } = described(error);
    const [, line, column] = /zap\.js:(\d+):(\d+)/.exec(stack) ?? [];
    throw new Invalid([
      {
        code: "runs-while-loading",
        severity: "error",
        message: `While the file loads, ${why}. ${consequence}`,
        ...sourcePlaceOf(script, line ? { line: Number(line), column: Number(column) } : undefined),
        hint,
      },
    ]);
  }
}

/** Scripts throw what they like. */
function described(error: unknown): { why: string; stack: string } {
  if (typeof error !== "object" || error === null) return { why: `it throws ${String(error)}`, stack: "" };
  const { code, message, stack } = error as { code?: unknown; message?: unknown; stack?: unknown };
  if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return { why: "it does not come to an end", stack: "" };
  return { why: `it throws: ${String(message)}`, stack: String(stack) };
}

/** The place in the sources of a line and column, both from 1, of a script. */
export function sourcePlaceOf(
  { map, directory }: MappedScript,
  position: { readonly line: number; readonly column: number } | undefined,
): Pick<Diagnostic, "file" | "line" | "column"> {
  if (!position) return { file: directory };
  const generated = { line: position.line, column: position.column - 1 };
  const { source, line, column } = originalPositionFor(new TraceMap(map as never), generated);
  return source === null ? { file: directory } : { file: `${directory}/${source}`, line, column: column + 1 };
}
