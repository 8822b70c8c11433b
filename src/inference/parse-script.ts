import { type Comment, type Program, parse } from "acorn";

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
    if (!loc) throw error;
    throw new ScriptSyntaxError(message.replace(/ \(\d+:\d+\)$/, ""), {
      line: loc.line,
      column: loc.column + 1,
    });
  }
}
