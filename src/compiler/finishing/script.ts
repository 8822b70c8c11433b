import type { TraceMap } from "@jridgewell/trace-mapping";
import type { Comment, Node, Program } from "acorn";
import type MagicString from "magic-string";
import type { KeptByNumber } from "../lowering/mark-comments.ts";
import { type Nodes, nodesOf } from "../nodes.ts";
import { oxc } from "../oxc.ts";
import type { IsPlain } from "./accessors.ts";
import type { Scopes } from "./scopes.ts";

/** A section of the bundle, parsed once. */
export interface Parsed {
  readonly code: string;
  readonly program: Program;
  readonly nodes: Nodes;
  readonly comments: readonly Comment[];
}

/** A section while it becomes a part of zap.js: it is edited by one step after the other. */
export interface Script extends Parsed {
  readonly scopes: Scopes;
  readonly isPlain: IsPlain;
  /** The comments that the marks in the code stand for. */
  readonly kept: KeptByNumber;
  /** Where the code comes from. */
  readonly trace: TraceMap;
  /** The module as it is written, where that is known. */
  readonly source: string | undefined;
  readonly edit: MagicString;
  /** The `var`s, and the parts of them, that are no more. */
  readonly gone: Set<Node>;
  /** Whole lines that lose two spaces of their indentation, as what stood around them is gone. */
  readonly outdented: { readonly start: number; readonly end: number }[];
  /** Whole lines that get two more, as they belong to a chain that begins on another line. */
  readonly indented: { readonly start: number; readonly end: number }[];
}

/**
 * Parses a section of the bundle.
 *
 * @throws {Error} where it does not parse: a defect of zapc, or of esbuild.
 */
export function parsed(code: string): Parsed {
  const options = { lang: "js", sourceType: "module", preserveParens: false } as const;
  const { program, comments, errors } = oxc().parseSync("section.js", code, options);
  if (errors[0]) throw new Error(`Failed to parse what esbuild wrote: ${errors[0].message}`);
  // Of JavaScript, oxc's tree is the same as acorn's.
  const tree = program as unknown as Program;
  return { code, program: tree, nodes: nodesOf(tree), comments: comments as Comment[] };
}

/** Where the line of an offset begins. */
export function lineStartOf(code: string, offset: number): number {
  return code.lastIndexOf("\n", offset - 1) + 1;
}

/** The white space at the start of the line of an offset. */
export function indentationAt(code: string, offset: number): string {
  return /^[ \t]*/.exec(code.slice(lineStartOf(code, offset), offset))?.[0] ?? "";
}
