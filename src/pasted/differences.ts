import { structuredPatch } from "diff";
import { normalised } from "../built/signature.ts";

// Texts with more differing lines have nothing in common that a reader could follow, and comparing them takes a second.
export const MOST_DIFFERENCES = 2000;
const LINES_AROUND = 3;

/**
 * The changes from one text to another, but for line ends, as the lines of a unified diff without its first two.
 * Lines that were only indented in another way count as the same, unless nothing else differs. Undefined where the texts
 * have too little in common.
 */
export function differences(from: string, to: string): readonly string[] | undefined {
  const lines = patch(from, to, { ignoreWhitespace: true });
  return lines?.length === 0 ? patch(from, to, {}) : lines;
}

function patch(from: string, to: string, options: { readonly ignoreWhitespace?: true }) {
  const compared = structuredPatch("", "", normalised(from), normalised(to), "", "", {
    ...options,
    context: LINES_AROUND,
    maxEditLength: MOST_DIFFERENCES,
  });
  return compared?.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}
