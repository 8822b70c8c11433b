import colors from "picocolors";
import type { TraceLine } from "../pasted/trace.ts";
import { codeFrame } from "./print.ts";

/** A mapped trace for people: under each line the sources that it names. */
export function shownTrace(lines: readonly TraceLine[]): string {
  return lines
    .flatMap(({ text, frames }) => {
      if (frames.length === 0) return [colors.dim(text)];
      const shown = frames.map(({ source, line, column }) => codeFrame(source, line, column));
      return [text, ...shown.filter((frame) => frame !== "").map(indented)];
    })
    .join("\n");
}

function indented(text: string): string {
  return text.replace(/^/gm, "      ");
}
