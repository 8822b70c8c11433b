import { type Diagnostic, Invalid } from "../../model/diagnostic.ts";
import { Failure } from "../../model/failure.ts";
import { positionAt, type Source } from "../../source/source.ts";
import type { AnyNode } from "./nodes.ts";

export const reportIt = "This is a defect of zapc: please report it, with the source.";

/** An exception while a node was being compiled. */
export class NodeError extends Error {
  /** The offset of the node in the text that was parsed; -1 for a node that the lowering made. */
  readonly offset: number;

  constructor({ start }: AnyNode, cause: unknown) {
    super("A node cannot be compiled.", { cause });
    this.offset = start;
  }
}

/** An exception with the innermost node that was being compiled. */
export function atNode(node: AnyNode, error: unknown): unknown {
  return error instanceof NodeError || isExpected(error) ? error : new NodeError(node, error);
}

/** Tells whether an error tells of the sources, the data or the machine, and not of a defect of zapc. */
function isExpected(error: unknown): boolean {
  return error instanceof Invalid || error instanceof Failure;
}

/**
 * Reports an exception inside the compiler where it was compiling.
 *
 * @param offset - in the text of the source; absent where it is not known
 * @throws errors that tell of no defect
 */
export function defectIn(
  { file, text }: Pick<Source, "file" | "text">,
  error: unknown,
  offset?: number,
): Diagnostic {
  if (isExpected(error)) throw error;
  const cause = error instanceof NodeError ? error.cause : error;
  const { name = "Error", message = String(cause), stack = "" } = Object(cause);
  const [, frame] = String(stack).match(/\n\s+at ([^\n]+)/) ?? [];
  return {
    code: "defect",
    severity: "error",
    message: `zapc cannot compile this. ${name}: ${message}${frame ? ` (at ${frame})` : ""}`,
    file,
    ...positionAt(text, offset ?? 0),
    hint: reportIt,
  };
}
