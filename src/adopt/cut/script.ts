import { type Comment, type Program, parse } from "acorn";
import { analyze, type ScopeManager } from "eslint-scope";
import { ScriptSyntaxError } from "../../inference/parse-script.ts";

/** A script with all that is known of its text. */
export interface Script {
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** By where they start. */
  readonly commentAt: ReadonlyMap<number, Comment>;
  /** The scopes of sloppy mode. */
  readonly scopes: ScopeManager;
}

/**
 * Parses a script as the platform loads it, and finds its scopes.
 *
 * @throws {ScriptSyntaxError} where it is not JavaScript.
 */
export function scriptOf(text: string): Script {
  const comments: Comment[] = [];
  const program = parsed(text, comments);
  const scopes = analyze(program as never, { ecmaVersion: 2022, sourceType: "script" });
  const commentAt = new Map(comments.map((comment) => [comment.start, comment]));
  return { text, program, comments, commentAt, scopes };
}

function parsed(text: string, comments: Comment[]): Program {
  try {
    return parse(text, {
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
    const place = { line: loc.line, column: loc.column + 1 };
    throw new ScriptSyntaxError(message.replace(/ \(\d+:\d+\)$/, ""), place);
  }
}

/** A part of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function isWithin({ start, end }: Range, outer: Range): boolean {
  return outer.start <= start && end <= outer.end;
}

/** A node of eslint-scope as a part of the text. */
export function rangeOf(node: { readonly range?: [number, number] | undefined }): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
