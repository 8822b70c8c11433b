import { type Comment, type Program, parse } from "acorn";
import { analyze, type ScopeManager } from "eslint-scope";
import { DataFailure } from "../model/failure.ts";

/** A place in a script. */
export interface ScriptPlace {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A script that is not JavaScript, and where. */
export class ScriptSyntaxError extends SyntaxError {
  override readonly name = "SyntaxError";
  readonly place: ScriptPlace;

  constructor(message: string, place: ScriptPlace) {
    super(message);
    this.place = place;
  }
}

/**
 * Parses a script as the platform loads it: the body of a function in sloppy mode, in the JavaScript of today.
 *
 * @param comments - gets the comments, in the order of the text
 * @throws {ScriptSyntaxError} where it is not JavaScript.
 * @throws {DataFailure} where it is nested too deep.
 */
export function parseScript(source: string, comments: Comment[] = []): Program {
  try {
    return parse(source, {
      ecmaVersion: "latest",
      sourceType: "script",
      allowReturnOutsideFunction: true,
      allowHashBang: true,
      locations: true,
      ranges: true,
      onComment: comments,
    });
  } catch (error) {
    const { message, loc } = error as SyntaxError & { readonly loc?: { line: number; column: number } };
    if (!loc || isTooDeep(error)) throw readable(error);
    throw new ScriptSyntaxError(message.replace(/ \(\d+:\d+\)$/, ""), {
      line: loc.line,
      column: loc.column + 1,
    });
  }
}

/**
 * Finds the scopes of a script, as sloppy mode has them.
 *
 * @throws {DataFailure} where it is nested too deep.
 */
export function scopesOf(program: Program): ScopeManager {
  try {
    return analyze(program as never, { ecmaVersion: 2022, sourceType: "script" });
  } catch (error) {
    throw readable(error);
  }
}

/** acorn and eslint-scope call themselves for each part of a sum, and for each bracket: some thousands end the stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError || /^Not enough stack space/.test((error as Error).message);
}

function readable(error: unknown): unknown {
  if (!isTooDeep(error)) return error;
  return new DataFailure("Failed to read the script: an expression or a statement is nested too deep.", {
    hint: "Give parts of it names: `var part = …;`.",
    cause: error,
  });
}
