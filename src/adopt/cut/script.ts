import type { Comment, Program } from "acorn";
import type { ScopeManager } from "eslint-scope";
import { parseScript, scopesOf } from "../../inference/parse-script.ts";

/** A script with all that is known of its text. */
export interface ParsedScript {
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
export function scriptOf(text: string): ParsedScript {
  const comments: Comment[] = [];
  const program = parseScript(text, comments);
  const scopes = scopesOf(program);
  const commentAt = new Map(comments.map((comment) => [comment.start, comment]));
  return { text, program, comments, commentAt, scopes };
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
