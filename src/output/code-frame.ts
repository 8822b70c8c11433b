import { codeFrameColumns } from "@babel/code-frame";

// A frame of a longer line, in minified code say, helps nobody.
const longestLine = 500;

/** A place in a text, and whether its frame has colours. */
interface FrameOptions {
  readonly line: number;
  readonly column?: number | undefined;
  readonly isColored: boolean;
}

/** The lines around a place of a text, with the place marked; empty where they would help nobody. */
export function codeFrame(text: string, { line, column = 1, isColored }: FrameOptions): string {
  if ((text.split("\n")[line - 1]?.length ?? 0) > longestLine) return "";
  return codeFrameColumns(text, { start: { line, column } }, { highlightCode: isColored });
}
