import { readFile } from "node:fs/promises";
import type { SourceFrame } from "../../built/source-frames.ts";
import type { ScriptSource } from "../protocol.ts";

/** A stack in the sources. */
export interface SourceStack {
  /** `at post_poll (triggers/new_ticket.ts:12:7)`: line for line as the script's own. */
  readonly stack: string;
  readonly frames: readonly SourceFrame[];
  /** The script's own. */
  readonly script_stack: string;
}

/**
 * Maps the stack of an error in zap.js to the sources: undefined where no source map of this very file lies beside it.
 *
 * @param stack - its frames name the file by its path
 */
export async function sourceStack(
  stack: string,
  { source, filename }: Pick<ScriptSource, "source" | "filename">,
): Promise<SourceStack | undefined> {
  const map = await readFile(`${filename}.map`, "utf8").catch(() => undefined);
  if (map === undefined) return undefined;
  // The source maps are read where they are needed: most runs have no error.
  const { builtOf } = await import("../../built/built.ts");
  const built = builtOf(source, map);
  if (!built) return undefined;
  const [{ positionsIn }, { indexScript }, { mappedLines, sourceFinder }] = await Promise.all([
    import("../../built/positions.ts"),
    import("../../built/script-index.ts"),
    import("../../built/source-frames.ts"),
  ]);
  const sourceOf = sourceFinder(built, indexScript(source));
  const text = stack.replaceAll(filename, ownName);
  const found = positionsIn(text).map((position) => ({ position, frame: sourceOf(position, position) }));
  const lines = mappedLines(text, found, shown);
  const frames = lines.flatMap((line) => line.frames.map(({ source: _, ...frame }) => frame));
  // A place that zapc itself has written stays in the script.
  const mapped = lines.map((line) => line.text.replaceAll(`${ownName}:`, `${filename}:`)).join("\n");
  return frames.length > 0 ? { stack: mapped, frames, script_stack: stack } : undefined;
}

/** Positions are found by it, with any name of the script. */
const ownName = "zap.js";

function shown({ file, line, column, function: name }: SourceFrame): string {
  const place = `${file}:${line}:${column}`;
  return name ? `at ${name} (${place})` : `at ${place}`;
}
