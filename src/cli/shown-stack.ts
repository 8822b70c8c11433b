import colors from "picocolors";
import { Failure } from "../model/failure.ts";
import type { RunError } from "../simulator/index.ts";
import { codeFrame, indented } from "./print.ts";

/**
 * The stack of a run's error, for people: under each line that is of the sources the lines there.
 *
 * @param dist - the directory of zap.js and its map, which holds the sources
 */
export async function shownStack({ stack, frames = [] }: RunError, dist: string): Promise<string> {
  if (stack === undefined || frames.length === 0) return colors.dim(stack ?? "");
  const textOf = await sourceTexts(dist);
  const rest = [...frames];
  return stack
    .split("\n")
    .flatMap((line) => {
      const [frame] = rest;
      if (!frame || !line.includes(`${frame.file}:${frame.line}:${frame.column}`)) return [colors.dim(line)];
      rest.shift();
      const text = textOf(frame.file);
      const shown = text && codeFrame(text, frame.line, frame.column);
      return shown ? [line, indented(shown)] : [line];
    })
    .join("\n");
}

async function sourceTexts(dist: string): Promise<(file: string) => string | undefined> {
  const [{ readBuilt }, { sourceText }] = await Promise.all([
    import("../built/built.ts"),
    import("../built/source-frames.ts"),
  ]);
  const built = await readBuilt(dist).catch((error) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  return (file) => built && sourceText(built, file);
}
