import type { Comment as SourceComment } from "oxc-parser";
import type { Source } from "../../source/source.ts";
import { anchorOf, type ItemList, listOf } from "./anchors.ts";
import { PlaceFinder, type TrackedComment } from "./comment-places.ts";

/** The layout of a source. */
export interface Layout {
  readonly comments: readonly TrackedComment[];
  /** The statements and members that stand below a blank line, each with where its list begins. */
  readonly afterBlank: readonly (readonly [list: number, item: number])[];
  /** The offsets of exported statements and of the declarations in them. */
  readonly exported: readonly (readonly [statement: number, declaration: number])[];
}

// For tools, not for readers.
const directive =
  /^[#@]\s*source(?:Mapping)?URL=|^\s*@ts-|^\s*biome-ignore|^\/\s*<(?:reference|amd)|^\s*[#@]__PURE__/;

/** Finds the comments and the blank lines of a source. */
export function layoutOf(source: Source): Layout {
  const { program, comments } = source.parsed;
  // `#!/usr/bin/env node` and `<!-- a` are comments, too, in the places of a script where they may stand.
  const isKept = ({ value, start }: SourceComment) =>
    /^\/[/*]/.test(source.text.slice(start, start + 2)) && !directive.test(value);
  const finder = new PlaceFinder(source);
  const afterBlank: [number, number][] = [];
  const lists: ItemList[] = [];
  const exported: [number, number][] = [];
  for (const node of source.nodes.all) {
    const list = listOf(node, source.text);
    if (list) lists.push(list);
    if (node.type !== "ExportNamedDeclaration" || !node.declaration) continue;
    const { declaration } = node;
    exported.push([node.start, anchorOf(declaration)]);
    // A namespace sets what it exports: `export const a = 1` -> `Outer.a = 1`
    const isMember = source.nodes.parentOf(node)?.type === "TSModuleBlock";
    const first =
      isMember &&
      declaration.type === "VariableDeclaration" &&
      declaration.declarations.find(({ init }) => init);
    if (first) exported.push([first.id.start, anchorOf(declaration)]);
  }
  for (const list of lists) finder.noteBlankLines(list, afterBlank);
  return {
    comments: comments.filter(isKept).flatMap((comment) => finder.tracked(comment, program) ?? []),
    afterBlank,
    exported,
  };
}

// The annotations by which esbuild shakes the tree.
const annotation = /[#@]__(?:PURE|NO_SIDE_EFFECTS|KEY)__/;

/** The text of a source with spaces for comments: esbuild 0.28.2 writes `({ a: (/* b *\/ { c }) } = d)` for code without these parentheses. */
export function withoutComments({ text, parsed }: Source): string {
  let blanked = "";
  let done = 0;
  for (const { start, end, value } of parsed.comments) {
    if (annotation.test(value)) continue;
    blanked += text.slice(done, start) + text.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, " ");
    done = end;
  }
  return blanked + text.slice(done);
}
