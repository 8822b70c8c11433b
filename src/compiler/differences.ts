import { structuredPatch } from "diff";
import { normalised } from "./signature.ts";

// Texts with more differing lines have nothing in common that a reader could follow, and comparing them takes a second.
const MOST_DIFFERENCES = 2000;
const LINES_AROUND = 3;

/**
 * What turns one text into another, whatever editors do to line ends, as the lines of a unified diff without its first two.
 * Undefined where they have too little in common.
 */
export function differences(from: string, to: string): readonly string[] | undefined {
  const options = { context: LINES_AROUND, maxEditLength: MOST_DIFFERENCES };
  const patch = structuredPatch("", "", normalised(from), normalised(to), "", "", options);
  return patch?.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}
