import vm from "node:vm";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";

/** A script, and where in the scripting directory its lines come from. */
export interface MappedScript {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The scripting directory. */
  readonly directory: string;
}

// Loading declares functions: it takes a moment, or it does not end.
const MOST_MILLISECONDS = 5000;

/**
 * Loads a script where only ES5 is there, as the platform does in its second place, and gives the value of `result`.
 *
 * @throws {Invalid} when the script throws while it loads, pointing to the source.
 */
export function loadAlone(script: MappedScript, result: string): unknown {
  try {
    return vm.runInNewContext(
      `${script.code};${result}`,
      {},
      { filename: "zap.js", timeout: MOST_MILLISECONDS },
    );
  } catch (error) {
    const { message, stack = "" } = error as Error;
    const [, line, column] = /zap\.js:(\d+):(\d+)/.exec(stack) ?? [];
    throw new Invalid([
      {
        code: "runs-while-loading",
        severity: "error",
        message: `The file throws while it loads: ${message}. The platform would silently run without any scripting.`,
        ...placeOf(script, line ? { line: Number(line), column: Number(column) } : undefined),
        hint: "Move the call into a method: while the file loads, nothing but ES5 is there.",
      },
    ]);
  }
}

/** The place in the sources of a line and column, both from 1, of a script. */
export function placeOf(
  { map, directory }: MappedScript,
  position: { readonly line: number; readonly column: number } | undefined,
): Pick<Diagnostic, "file" | "line" | "column"> {
  if (!position) return { file: directory };
  const generated = { line: position.line, column: position.column - 1 };
  const { source, line, column } = originalPositionFor(new TraceMap(map as never), generated);
  return source === null ? { file: directory } : { file: `${directory}/${source}`, line, column: column + 1 };
}
