import colors from "picocolors";
import type { MappedLine } from "../built/source-frames.ts";
import { codeFrame } from "./print.ts";

/** A mapped trace for people: under each line the sources that it names. */
export function shownTrace(lines: readonly MappedLine[]): string {
  return lines
    .flatMap(({ text, frames }) => {
      if (frames.length === 0) return [colors.dim(text)];
      const shown = frames.map(({ source, line, column }) => codeFrame(source, line, column));
      return [text, ...shown.filter((frame) => frame !== "").map(indented)];
    })
    .join("\n");
}

/** So that it stands under a line of a trace. */
export function indented(text: string): string {
  return text.replace(/^/gm, "      ");
}
